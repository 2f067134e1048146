// Forms, fields, labels and steps on many shapes of markup, without a word of configuration.
import { describe, expect, it } from 'vitest';
import { useProbe } from './probe-page.ts';

const probe = useProbe();

const box = (inside: string) =>
  `<main><h1>Parkeervergunning aanvragen</h1><form>${inside}<button>Volgende</button></form></main>`;

const LABELS: [shape: string, html: string, label: string][] = [
  ['label for', '<label for="a">Voornaam</label><input id="a" name="voornaam">', 'Voornaam'],
  ['label around', '<label>Voornaam <input name="voornaam"></label>', 'Voornaam'],
  [
    'label around a list: its options are not the label',
    '<label>Land <select name="land"><option>Nederland</option><option>België</option></select></label>',
    'Land',
  ],
  ['aria-label', '<input name="voornaam" aria-label="Voornaam">', 'Voornaam'],
  [
    'aria-labelledby of two',
    '<span id="x">Uw</span> <span id="y">voornaam</span><input name="v" aria-labelledby="x y">',
    'Uw voornaam',
  ],
  ['a star for required', '<label for="a">Voornaam *</label><input id="a" name="v">', 'Voornaam'],
  [
    'a word for not required',
    '<label for="a">Toelichting (niet verplicht)</label><textarea id="a" name="t">oud</textarea>',
    'Toelichting',
  ],
  [
    'radio buttons with a legend',
    '<fieldset><legend>Hebt u een partner?</legend><label><input type="radio" name="p">Ja</label><label><input type="radio" name="p">Nee</label></fieldset>',
    'Hebt u een partner?',
  ],
  [
    'a radio group without a fieldset',
    '<div role="radiogroup" aria-labelledby="q"><p id="q">Hebt u een partner?</p><label><input type="radio" name="p">Ja</label><label><input type="radio" name="p">Nee</label></div>',
    'Hebt u een partner?',
  ],
  [
    'a date in three parts',
    '<fieldset><legend>Geboortedatum</legend><label>Dag<input name="d-dag"></label><label>Maand<input name="d-maand"></label><label>Jaar<input name="d-jaar"></label></fieldset>',
    'Geboortedatum',
  ],
  [
    'a label in the wrapper that points nowhere',
    '<div class="field"><span class="field-label">IBAN</span><div><input></div></div>',
    'IBAN',
  ],
  ['only a placeholder', '<input name="q1" placeholder="Postcode">', 'Postcode'],
  [
    'a kit control that names itself would tell the choice',
    '<span id="l">Land</span><button type="button" role="combobox" id="b" aria-labelledby="l b">Nederland</button>',
    'Land',
  ],
];

describe('labels', () => {
  it.each(LABELS)('%s', async (_shape, html, label) => {
    const { fields } = await probe.read(box(html));
    expect(fields.map((field) => field.label)).toEqual([label]);
  });

  it('in an open shadow root', async () => {
    const page = await probe.open(box('<x-field></x-field>'));
    await page.evaluate(() => {
      const root = document.querySelector('x-field')?.attachShadow({ mode: 'open' });
      const label = document.createElement('label');
      label.append('Kenteken ', Object.assign(document.createElement('input'), { name: 'kenteken' }));
      root?.append(label);
    });
    const { fields } = await page.evaluate(() => window.probe.read());
    expect(fields).toMatchObject([{ field: 'kenteken', kind: 'text', label: 'Kenteken' }]);
  });
});

const KINDS: [html: string, kind: string][] = [
  ['<input name="x">', 'text'],
  ['<input name="x" type="email">', 'email'],
  ['<input name="x" type="tel">', 'tel'],
  ['<input name="x" type="number">', 'number'],
  ['<input name="x" type="date">', 'date'],
  ['<input name="x" type="file">', 'file'],
  ['<input name="x" type="checkbox">', 'checkbox'],
  ['<input name="x" type="range">', 'other'],
  ['<select name="x"><option>1</option></select>', 'select'],
  ['<textarea name="x"></textarea>', 'textarea'],
  ['<div role="combobox" tabindex="0" id="x">kies</div>', 'select'],
  ['<div contenteditable="true" id="x">tekst</div>', 'textarea'],
];

describe('identity', () => {
  it.each(KINDS)('%s is of kind %s', async (html, kind) => {
    const { fields } = await probe.read(box(html));
    expect(fields).toMatchObject([{ field: 'x', kind }]);
  });

  it('three parts are one field, ticks of one name are one field, and every field has a name of its own', async () => {
    const { fields } = await probe.read(
      box(`<input name="naam"><input name="naam">
        <input name="day"><input name="month"><input name="year">
        <label><input type="checkbox" name="wie">ik</label><label><input type="checkbox" name="wie">mijn partner</label>`),
    );
    expect(fields.map(({ field, kind }) => [field.replace(/~.*/, ''), kind])).toEqual([
      ['naam', 'text'],
      ['naam', 'text'],
      ['day', 'date-parts'],
      ['wie', 'checkbox'],
    ]);
    expect(new Set(fields.map(({ field }) => field)).size).toBe(4);
  });

  it.each([
    ['data[soort][e4nsm7x]', 'data[soort]'],
    ['kenteken-ek3f9x', 'kenteken'],
    ['adres1', 'adres1'],
  ])('%s is known as %s at every render', async (name, field) => {
    const { fields } = await probe.read(box(`<input name="${name}">`));
    expect(fields.map((one) => one.field)).toEqual([field]);
  });

  it('counts what there is to read, without the error message', async () => {
    const { fields } = await probe.read(
      box(`<label for="a">Uw naam</label><p id="h">Zoals in uw paspoort</p><p id="e" class="error">Vul in</p>
        <input id="a" name="naam" aria-describedby="h e" required>`),
    );
    expect(fields).toMatchObject([{ words: 6, required: true }]);
  });
});

describe('which part is the form', () => {
  it('not a search box, not a log-in box, not a newsletter next to it', async () => {
    const { fields } = await probe.read(`
      <form role="search"><input name="q"></form>
      <form action="/zoeken"><input name="woord"></form>
      <form><input name="gebruiker"><input name="geheim" type="password"></form>
      ${box('<input name="voornaam"><input name="achternaam">')}
      <form><input name="nieuwsbrief" type="email"></form>`);
    expect(fields.map(({ field }) => field)).toEqual(['voornaam', 'achternaam']);
  });

  it('a group of fields without a form element', async () => {
    const { fields } = await probe.read(
      '<main><h1>Melding</h1><div><input name="wat"><input name="waar"></div></main>',
    );
    expect(fields.map(({ field }) => field)).toEqual(['wat', 'waar']);
  });

  it('only what is on screen', async () => {
    const { fields } = await probe.read(box('<input name="nu"><div hidden><input name="later"></div>'));
    expect(fields.map(({ field }) => field)).toEqual(['nu']);
  });

  it('the forms that the webmaster chose', async () => {
    const { fields } = await probe.read(
      `${box('<input name="a"><input name="b">')}<form id="deze"><input name="c"></form>`,
      {
        form: '#deze',
      },
    );
    expect(fields.map(({ field }) => field)).toEqual(['c']);
  });
});

const STEPS: [shape: string, html: string, form: string, step: object | null][] = [
  ['one page', box('<input name="a">'), 'Parkeervergunning aanvragen', null],
  [
    'a progress indicator',
    `<nav><ol><li>Gegevens</li><li><a aria-current="step" href="#">Inkomen</a></li><li>Overzicht</li></ol></nav>${box('<input name="a">')}`,
    'Parkeervergunning aanvragen',
    { name: 'Inkomen', index: 2, of: 3 },
  ],
  [
    'words about the place',
    `<main><h1>Bijstand aanvragen</h1><p>Stap <b>2</b> van 4</p><form><h2>Uw inkomen</h2><input name="a"></form></main>`,
    'Bijstand aanvragen',
    { name: 'Uw inkomen', index: 2, of: 4 },
  ],
  [
    'English words with the name behind them',
    `<main><h1>Apply for a permit</h1><p>Step 3 of 5: Your car</p><form><input name="a"></form></main>`,
    'Apply for a permit',
    { name: 'Your car', index: 3, of: 5 },
  ],
  [
    'an error summary is no step',
    `<main><h1>Verhuizing</h1><div role="alert"><h2>Er is een probleem</h2></div><form><h2>Nieuw adres</h2><input name="a"></form></main>`,
    'Verhuizing',
    { name: 'Nieuw adres' },
  ],
  [
    'one question a page, above its label',
    `<header><span class="x-service-name">Apply for a parking permit</span></header><main><form><h1>What is your number?</h1><label>Number <input name="a"></label></form></main>`,
    'Apply for a parking permit',
    { name: 'What is your number?' },
  ],
  [
    'one question a page',
    `<header><span class="x-service-name">Apply for a parking permit</span></header><main><form><label for="a"><h1>What is your name?</h1></label><input id="a" name="a"></form></main>`,
    'Apply for a parking permit',
    { name: 'What is your name?' },
  ],
];

describe('form and step', () => {
  it.each(STEPS)('%s', async (_shape, html, form, step) => {
    const seen = await probe.read(html, { title: 'Heel iets anders' });
    expect(seen.form).toBe(form);
    expect(seen.step).toEqual(step);
  });
});
