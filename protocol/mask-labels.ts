// PURE. What a number is called by the words around it: one in eleven of all 9-digit numbers passes the proof of a BSN, so the words decide.
import type { Meter, Token } from './mask-tokens.ts';

/** `other`: the text says that it is something else than a BSN. Null: it says nothing. */
export type Label = 'bsn' | 'other' | null;

/** How many words before a number can name it, and after it. */
const BEFORE = 9;
const AFTER = 6;
/** A longer number has the label for itself; a year or a count has not. */
const SMALL_NUMBER = 4;

/** `PURE` tells the bundler that a page which masks nothing needs none of this. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BSN =
  /^(bsn(s|nr|nrs|nummers?)?|burgerservice(nr|nummers?)?|sofi(nr|nummers?)?|fiscaal|sociaalfiscaal|burgernummers?)$/;
/** `kenmerk`, `referentie`: these name a number from some way off. */
const FAR = /* @__PURE__ */ words(
  'kenmerk kenmerken betalingskenmerk betalingskenmerken zaakkenmerk briefkenmerk referentie referenties referentiecode ref reference ' +
    'kvk rsin btw loonheffingen telefoon telefoonnr telnr tel mobieltje gsm fax zaakid zaakcode dossiercode trackcode barcode ean ' +
    'klantcode relatiecode vorderingskenmerk aanvraagid ordercode',
);
/** `klantnummer`, `zaaknr`: any compound of a thing and its number. */
const NUMBER_OF = /^.{2,}?(nummers?|nrs?)$/;
/** Numbers that may be a BSN, or say nothing. */
const NOTHING = /* @__PURE__ */ words(
  'nummer nummers nr nrs rekeningnummer rekeningnummers bankrekeningnummer persoonsnummer persoonsnummers belastingnummer identificatienummer identiteitsnummer',
);
/** These name a number when nothing but small words stands between: in `mijn zaak 123456789`, not in `over mijn zaak wil ik bellen`. */
const NEAR = /* @__PURE__ */ words(
  'zaak zaken dossier dossiers aanvraag aanvragen order orders bestelling factuur facturen rekening polis klant relatie debiteur melding meldingen ' +
    'ticket tickets beschikking besluit bezwaar bezwaarschrift vergunning aanslag vordering incident project kenteken document brief bel bellen ' +
    'mobiel mobiele app whatsapp sms bereikbaar contract abonnement offerte bedrag case invoice phone mobile call customer application file',
);
const SMALL = /* @__PURE__ */ words(
  'nummer nummers nr nrs no number is was zijn met het de een mijn ons onze uw jullie luidt heeft had als dit dat onder code id namelijk te weten van voor ' +
    'op mij me ons naar via en of the my with has genummerd geregistreerd bekend staat',
);
const AFTERWARDS = /* @__PURE__ */ words('is was zijn dat dit het de een mijn ons onze uw als the my van');
/** The number is not the one that was named before: `mijn zaaknummer weet ik niet, maar …`. */
const TURNS = /* @__PURE__ */ words('niet geen maar kwijt vergeten zonder wel nooit');
const SHORTENED = /(nr|nrs|no|tel|ref|art)$/;
const SENTENCE_END = /[!?\n\r]|\.\s/;
const PAUSE = /[,;]/;

function judge(word: string, former: string): 'bsn' | 'far' | 'near' | 'nothing' | null {
  if (BSN.test(word) || (/^service(nr|nummers?)?$/.test(word) && /^burgers?$/.test(former))) return 'bsn';
  if (NOTHING.has(word)) return word.length > 7 ? 'nothing' : null;
  if (FAR.has(word) || NUMBER_OF.test(word)) return 'far';
  return NEAR.has(word) ? 'near' : null;
}

/** Right before a number: `BSN/123456782`, `BSN-nr. 123456782`. */
export const isBsnWord = (word: string): boolean => BSN.test(word) || /^(nummers?|nrs?)$/.test(word);

/** `.` behind a shortened word, and a line end behind the label itself, end no sentence. */
function endsSentence(gap: string, before: Token | undefined, isNext: boolean): boolean {
  if (!SENTENCE_END.test(gap)) return false;
  if (isNext && !/[!?]/.test(gap)) return false;
  return !(before !== undefined && SHORTENED.test(before.text) && !/[!?\n\r]/.test(gap));
}

const isMany = (word: string, next: Token | undefined): boolean =>
  /(s|en)$/.test(word) || next?.text === 's' || next?.text === 'nummers';

/** Walks back from a number, as far as its sentence goes, to the nearest word that names it. */
class WalkBack {
  readonly #tokens: readonly Token[];
  readonly #dates: ReadonlySet<number>;
  #isLinked = true;
  /** Another number came first, and a label names one number unless it is a plural. */
  #isTaken = false;

  constructor(tokens: readonly Token[], dates: ReadonlySet<number>) {
    this.#tokens = tokens;
    this.#dates = dates;
  }

  from(number: number, meter: Meter): Label {
    for (let at = number - 1; at >= Math.max(0, number - BEFORE); at -= 1) {
      meter.steps += 1;
      const answer = this.#step(at, at === number - 1);
      if (answer !== undefined) return answer;
    }
    return null;
  }

  #step(at: number, isNext: boolean): Label | undefined {
    const token = this.#tokens[at];
    const next = this.#tokens[at + 1];
    if (token === undefined || next === undefined) return null;
    if (endsSentence(next.gap, token, isNext && token.kind === 'word')) return null;
    if (PAUSE.test(next.gap)) this.#isLinked = false;
    if (token.kind !== 'word') {
      const isSmall = token.kind === 'digits' && (token.text.length <= SMALL_NUMBER || this.#dates.has(at));
      if (!isSmall) this.#isTaken = true;
      return undefined;
    }
    return TURNS.has(token.text) ? null : this.#read(token, at);
  }

  #read({ text }: Token, at: number): Label | undefined {
    const label = judge(text, this.#tokens[at - 1]?.text ?? '');
    if (label === 'near' && !this.#isLinked) return undefined;
    if (label !== null) {
      const isFree = !this.#isTaken || isMany(text, this.#tokens[at + 1]);
      if (label === 'nothing' || !isFree) return null;
      return label === 'bsn' ? 'bsn' : 'other';
    }
    if (!SMALL.has(text)) this.#isLinked = false;
    return undefined;
  }
}

export function labelBefore(
  tokens: readonly Token[],
  number: number,
  dates: ReadonlySet<number>,
  meter: Meter,
): Label {
  return new WalkBack(tokens, dates).from(number, meter);
}

/** A label that has a number of its own behind it names that one. */
function hasOwnNumber(tokens: readonly Token[], label: number): boolean {
  for (let at = label + 1; at <= label + 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'end' || SENTENCE_END.test(token.gap)) return false;
    if (token.kind !== 'word') return true;
  }
  return false;
}

/** `123456782 is mijn zaaknummer`, `123456782 (BSN)`. */
export function labelAfter(tokens: readonly Token[], number: number, meter: Meter): Label {
  for (let at = number + 1; at <= number + AFTER; at += 1) {
    meter.steps += 1;
    const answer = readAfter(tokens, at);
    if (answer !== undefined) return answer;
  }
  return null;
}

function readAfter(tokens: readonly Token[], at: number): Label | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || SENTENCE_END.test(token.gap)) return null;
  const label = judge(token.text, tokens[at - 1]?.text ?? '');
  if (label !== 'bsn' && label !== 'far') return AFTERWARDS.has(token.text) ? undefined : null;
  if (hasOwnNumber(tokens, at)) return null;
  return label === 'bsn' ? label : 'other';
}
