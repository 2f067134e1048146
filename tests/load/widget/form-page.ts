// The page on which widgets are weighed: a Dutch form of thirty fields that runs no script of its own.

type Kind = 'text' | 'email' | 'tel' | 'number' | 'date' | 'textarea' | 'select' | 'radio' | 'checkbox';

interface Question {
  name: string;
  label: string;
  kind?: Kind;
  hint?: string;
  choices?: readonly string[];
}

const YES_NO = ['Ja', 'Nee'];

const STEPS: Record<string, readonly Question[]> = {
  'Uw gegevens': [
    { name: 'voornamen', label: 'Voornamen', hint: 'Zoals ze in uw paspoort staan' },
    { name: 'tussenvoegsel', label: 'Tussenvoegsel (niet verplicht)' },
    { name: 'achternaam', label: 'Achternaam' },
    { name: 'geboortedatum', label: 'Geboortedatum', kind: 'date' },
    { name: 'postcode', label: 'Postcode', hint: 'Bijvoorbeeld 1234 AB' },
    { name: 'huisnummer', label: 'Huisnummer', kind: 'number' },
    { name: 'toevoeging', label: 'Toevoeging (niet verplicht)' },
    { name: 'straat', label: 'Straatnaam' },
    { name: 'woonplaats', label: 'Woonplaats' },
    { name: 'telefoon', label: 'Telefoonnummer', kind: 'tel' },
    { name: 'email', label: 'E-mailadres', kind: 'email' },
  ],
  'Uw huishouden': [
    {
      name: 'leefvorm',
      label: 'Hoe woont u?',
      kind: 'radio',
      choices: ['Alleen', 'Met een partner', 'Met anderen'],
    },
    { name: 'kinderen', label: 'Hoeveel kinderen jonger dan 18 jaar wonen bij u?', kind: 'number' },
    { name: 'partner', label: 'Naam van uw partner (niet verplicht)' },
    {
      name: 'woning',
      label: 'In wat voor woning woont u?',
      kind: 'select',
      choices: ['Huur', 'Koop', 'Kamer'],
    },
    { name: 'huur', label: 'Wat betaalt u per maand aan huur of hypotheek?', kind: 'number' },
    { name: 'toeslag', label: 'Krijgt u huurtoeslag?', kind: 'radio', choices: YES_NO },
  ],
  'Inkomen en vermogen': [
    {
      name: 'bron',
      label: 'Waaruit bestaat uw inkomen?',
      kind: 'select',
      choices: ['Loon', 'Uitkering', 'Pensioen', 'Eigen bedrijf', 'Geen inkomen'],
    },
    { name: 'inkomen', label: 'Hoe hoog is uw netto-inkomen per maand?', kind: 'number' },
    { name: 'vakantiegeld', label: 'Krijgt u vakantiegeld?', kind: 'radio', choices: YES_NO },
    { name: 'spaargeld', label: 'Hoeveel spaargeld heeft u?', kind: 'number' },
    { name: 'schulden', label: 'Heeft u schulden?', kind: 'radio', choices: YES_NO },
    { name: 'rekening', label: 'Rekeningnummer (IBAN)', hint: 'Begint met twee letters, bijvoorbeeld NL' },
    { name: 'naam-rekening', label: 'Op welke naam staat de rekening?' },
  ],
  'Uw aanvraag': [
    {
      name: 'kosten',
      label: 'Voor welke kosten vraagt u bijzondere bijstand aan?',
      kind: 'select',
      choices: ['Inrichting', 'Medische kosten', 'Reiskosten', 'Iets anders'],
    },
    { name: 'bedrag', label: 'Hoe hoog zijn de kosten?', kind: 'number', hint: 'In hele euro’s' },
    { name: 'datum-kosten', label: 'Wanneer heeft u de kosten gemaakt?', kind: 'date' },
    { name: 'reden', label: 'Waarom zijn de kosten noodzakelijk?', kind: 'textarea' },
    { name: 'eerder', label: 'Heeft u dit eerder aangevraagd?', kind: 'radio', choices: YES_NO },
    { name: 'akkoord', label: 'Ik heb alles naar waarheid ingevuld', kind: 'checkbox' },
  ],
};

export const FIELDS = Object.values(STEPS).flat().length;

/** Where the hundred keys go. */
export const TYPED_FIELD = 'reden';

const drawHint = ({ name, hint }: Question): string =>
  hint === undefined ? '' : `<p class="hint" id="${name}-hint">${hint}</p>`;

function drawChoices({ name, label, choices = [] }: Question): string {
  const drawn = choices.map((choice) => `<label><input type="radio" name="${name}"> ${choice}</label>`);
  return `<fieldset><legend>${label}</legend>${drawn.join('')}</fieldset>`;
}

function drawControl({ name, kind = 'text', hint, choices = [] }: Question): string {
  const attributes = `id="${name}" name="${name}"${hint === undefined ? '' : ` aria-describedby="${name}-hint"`}`;
  if (kind === 'textarea') return `<textarea ${attributes} rows="4"></textarea>`;
  if (kind !== 'select') return `<input type="${kind}" ${attributes}>`;
  const options = choices.map((choice) => `<option>${choice}</option>`);
  return `<select ${attributes}><option value="">Maak een keuze</option>${options.join('')}</select>`;
}

function drawQuestion(question: Question): string {
  const { name, label, kind } = question;
  if (kind === 'radio') return drawChoices(question);
  const named = `<label for="${name}">${label}</label>`;
  if (kind === 'checkbox') return `<div class="field">${drawControl(question)} ${named}</div>`;
  return `<div class="field">${named}${drawHint(question)}${drawControl(question)}</div>`;
}

/** `extra` is what the webmaster adds: the tag in the head, and what a peer wants in the body. */
export function drawFormPage(extra: { head?: string; body?: string } = {}): string {
  const steps = Object.entries(STEPS).map(
    ([title, questions]) => `<section><h2>${title}</h2>${questions.map(drawQuestion).join('\n')}</section>`,
  );
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bijzondere bijstand aanvragen - Gemeente Voorbeeldstad</title>
<link rel="icon" href="data:,">
<style>
body { margin: 0 auto; max-width: 40rem; padding: 1rem; font: 1.125rem/1.5 sans-serif; color: #1c1c1c; }
.field, fieldset { margin: 0 0 1.5rem; } label { display: block; } .hint { margin: 0; color: #545454; }
input:not([type=radio]):not([type=checkbox]), select, textarea { font: inherit; padding: .5rem; width: 100%; box-sizing: border-box; }
button { font: inherit; padding: .75rem 1.5rem; }
</style>
${extra.head ?? ''}
</head>
<body>
<header><p>Gemeente Voorbeeldstad</p></header>
<main><h1>Bijzondere bijstand aanvragen</h1>
<form action="/verzonden" method="post">
${steps.join('\n')}
<button type="submit">Volgende</button>
</form></main>
${extra.body ?? ''}
</body>
</html>`;
}
