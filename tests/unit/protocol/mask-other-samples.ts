// Numbers that citizens write and that are no BSN and no IBAN, in about the shares of real messages, by seeded chance.
import { Chance, frame, type Sample } from './mask-samples.ts';

const two = (number: number): string => String(number).padStart(2, '0');

function writePhone(chance: Chance): string {
  const eight = chance.digits(8);
  const nine = `${chance.between(1, 9)}${eight}`;
  const area = chance.pick(['010', '020', '030', '070', '088', '085']);
  return chance.pick([
    `06${eight}`,
    `06-${eight}`,
    `06 ${eight}`,
    `06 ${eight.slice(0, 2)} ${eight.slice(2, 4)} ${eight.slice(4, 6)} ${eight.slice(6)}`,
    `06-${eight.slice(0, 4)} ${eight.slice(4)}`,
    `06.${eight.slice(0, 4)}.${eight.slice(4)}`,
    `+316${eight}`,
    `+31 6 ${eight}`,
    `+31 (0)6 ${eight}`,
    `(+31) 6 ${eight.slice(0, 4)} ${eight.slice(4)}`,
    `0031 6 ${eight}`,
    `00316${eight}`,
    `${area}-${eight.slice(1)}`,
    `${area} ${eight.slice(1, 4)} ${eight.slice(4, 6)} ${eight.slice(6)}`,
    `(0182) ${eight.slice(2)}`,
    `0182-${eight.slice(2, 5)} ${eight.slice(5)}`,
    `+32 ${nine.slice(0, 3)} ${nine.slice(3, 5)} ${nine.slice(5, 7)} ${nine.slice(7)}`,
    `0900-${eight.slice(4)}`,
    `0800 ${eight.slice(4)}`,
    '14 0182',
  ]);
}

const PHONE_FRAMES = [
  'Mijn telefoonnummer is {}',
  'u kunt mij bellen op {}',
  'tel. {}',
  'bel mij op {}',
  '{}',
  'ik ben bereikbaar op {} tot 17.00 uur',
  'mobiel {}',
  'terugbellen kan op {}',
] as const;

const KVK_FRAMES = ['mijn KvK-nummer is {}', 'KvK {}', 'kvk: {}', 'ingeschreven onder {}', '{}'] as const;

function writeCode(chance: Chance): string {
  const year = chance.between(2019, 2026);
  const nine = chance.digits(9);
  return chance.pick([
    `Z${year}-${nine}`,
    `Z/${year - 2000}/${nine.slice(3)}`,
    `Z/${year - 2000}/${nine}`,
    `${year}-${nine}`,
    `${year}/${nine}`,
    `${year}.${nine.slice(4)}`,
    `ZAAK-${nine}`,
    `ZK${nine}`,
    `OLO${nine.slice(2)}`,
    `${year}${nine.slice(3)}`,
    `D${year}${nine.slice(1)}`,
    `${nine}/01`,
    `${nine}-${chance.between(10, 99)}`,
    `#${nine}`,
    `${nine}B01`,
    `INT-${nine.slice(2)}-A`,
    `${nine}${chance.digits(3)}`,
    chance.digits(16),
  ]);
}

const CODE_FRAMES = [
  'het gaat om {}',
  'mijn zaaknummer is {}',
  'kenmerk {}',
  'over {} heb ik een vraag',
  '{}',
  'ik kreeg een brief met {} erop',
] as const;

/** Nine bare digits that the citizen names. */
const NAMED_FRAMES = [
  'Mijn zaaknummer is {}',
  'zaaknummer {}',
  'zaaknr. {}',
  'Het kenmerk van uw brief is {}',
  'kenmerk: {}',
  'Ons kenmerk {}',
  'mijn aanvraagnummer is {}',
  'dossiernummer {}',
  'Het gaat over dossier {}',
  'referentie {}',
  'referentienummer: {}',
  'mijn klantnummer {}',
  'factuurnummer {}',
  'factuur {} is al betaald',
  'bestelling met ordernummer {}',
  'polisnummer {}',
  'betalingskenmerk {}',
  'aanslagnummer {}',
  'Ik heb een vraag over mijn aanvraag met nummer {}',
  'Mijn melding heeft als nummer {}',
  'meldingsnummer {}',
  '{} is mijn zaaknummer',
  '{} is het kenmerk',
  'Ik heb in maart een vergunning aangevraagd, het zaaknummer is {}',
  'relatienummer {}',
  'subsidienummer {}',
  'zaak {}',
  'case number {}',
] as const;

/** Nine bare digits without a word that says what they are: here only the proof is left. */
const BARE_FRAMES = [
  'het gaat om {}',
  '{}',
  'dit staat er: {}',
  'bij mij staat {}',
  'ik heb {} gekregen',
] as const;

const MONTHS = ['januari', 'februari', 'maart', 'mei', 'oktober', 'december'] as const;

function writeDate(chance: Chance): string {
  const [day, month, year] = [chance.between(1, 28), chance.between(1, 12), chance.between(1930, 2026)];
  return chance.pick([
    `${two(day)}-${two(month)}-${year}`,
    `${day}-${month}-${year}`,
    `${two(day)}/${two(month)}/${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${two(day)} ${two(month)} ${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${day} ${chance.pick(MONTHS)} ${year}`,
    `${two(day)}-${two(month)}-${year} ${chance.between(8, 17)}:${two(chance.between(0, 59))}`,
    `${two(day)}-${two(month)}-${year} tot ${two(day)}-${two(month)}-${year}`,
    `${two(day)}-${two(month)}-${year} om ${chance.between(8, 17)}.${two(chance.between(0, 59))} uur`,
    `${day}-${month} en ${day + 1}-${month}`,
    `${year}${two(month)}${two(day)}`,
    `${chance.between(8, 17)}.${two(chance.between(0, 59))}`,
  ]);
}

const DATE_FRAMES = [
  'ik ben geboren op {}',
  'sinds {} woon ik hier',
  'op {} kreeg ik uw brief',
  'de afspraak is {}',
  '{}',
  'van {} was ik weg',
] as const;

function writeAmount(chance: Chance): string {
  const [thousands, rest, cents] = [chance.between(1, 999), chance.digits(3), chance.digits(2)];
  const millions = chance.between(1, 999);
  return chance.pick([
    `€ ${thousands}`,
    `€ ${thousands}.${rest},${cents}`,
    `€${thousands}.${rest}`,
    `€ ${millions}.${chance.digits(3)}.${rest}`,
    `€ ${millions} ${chance.digits(3)} ${rest}`,
    `EUR ${chance.digits(9)}`,
    `${millions}.${chance.digits(3)}.${rest} euro`,
    `${millions}.${chance.digits(3)}.${rest},${cents}`,
    `${chance.digits(9)},${cents} euro`,
    `${thousands}${rest} euro`,
    `${thousands},${cents}`,
    `${chance.digits(5)},-`,
  ]);
}

const AMOUNT_FRAMES = [
  'mijn inkomen is {}',
  'ik betaal {} huur',
  '{}',
  'het gaat om {}',
  'er staat {} op',
] as const;

function writePlace(chance: Chance): string {
  const letters = chance.pick(['AB', 'XZ', 'RD', 'KL']);
  return chance.pick([
    `Dorpsstraat ${chance.between(1, 999)}, ${chance.between(1000, 9999)} ${letters}`,
    `Kerkweg ${chance.between(1, 99)} ${chance.between(1000, 9999)}${letters}`,
    `${chance.between(1000, 9999)} ${letters} ${chance.between(1, 400)}`,
    `Laan ${chance.digits(5)} ${chance.between(1000, 9999)} ${letters}`,
    `${chance.between(10, 99)}-${letters}-${chance.between(10, 99)}`,
    `${chance.digits(6)} kWh`,
    `${chance.between(1, 9)} van de ${chance.between(10, 30)} vragen`,
  ]);
}

const PLACE_FRAMES = ['ik woon op {}', 'het adres is {}', '{}', 'dat is {}'] as const;

/** One in ten is nine bare digits: of those nineteen in twenty are named, as who writes a number mostly says which. */
function makeOther(chance: Chance): Sample {
  const share = chance.next();
  if (share < 0.24) return frame(chance, 'phone', PHONE_FRAMES, writePhone(chance));
  if (share < 0.3) return frame(chance, 'kvk', KVK_FRAMES, `${chance.between(1, 9)}${chance.digits(7)}`);
  if (share < 0.5) return frame(chance, 'case code', CODE_FRAMES, writeCode(chance));
  if (share < 0.595) return frame(chance, 'case of 9 digits, named', NAMED_FRAMES, chance.digits(9));
  if (share < 0.6) return frame(chance, 'case of 9 digits, bare', BARE_FRAMES, chance.digits(9));
  if (share < 0.76) return frame(chance, 'date', DATE_FRAMES, writeDate(chance));
  if (share < 0.92) return frame(chance, 'amount', AMOUNT_FRAMES, writeAmount(chance));
  return frame(chance, 'place', PLACE_FRAMES, writePlace(chance));
}

export function listOthers(seed: number, count: number): Sample[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => makeOther(chance));
}
