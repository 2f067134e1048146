// Fields that the page marks as wrong: one rule for every kit, and nothing that is only there in case.
import { describe, expect, it } from 'vitest';
import { useProbe } from './probe-page.ts';

const probe = useProbe();
const form = (inside: string) =>
  `<main><h1>Aanvraag</h1><form novalidate>${inside}<div><label>Ander veld <input name="ander"></label></div><button>Volgende</button></form></main>`;

const WRONG: [kit: string, html: string][] = [
  ['aria-invalid', '<div><input name="x" aria-invalid="true"></div>'],
  [
    'GOV.UK: no aria-invalid',
    '<div class="govuk-form-group govuk-form-group--error"><label for="x">Naam</label><p id="x-error" class="govuk-error-message">Enter your name</p><input class="govuk-input govuk-input--error" id="x" name="x" aria-describedby="x-error"></div>',
  ],
  [
    'NL Design System, message only',
    '<div class="utrecht-form-field"><div class="utrecht-form-field__error-message" id="m">Vul iets in</div><input name="x" aria-describedby="m"></div>',
  ],
  [
    'Open Forms, old renderer',
    '<div class="formio-component formio-error-wrapper has-message"><input class="is-invalid" name="x"></div>',
  ],
  [
    'aria-errormessage',
    '<div><input name="x" aria-errormessage="fout-x"><span id="fout-x">Vul iets in</span></div>',
  ],
  [
    'Bootstrap',
    '<div><input class="form-control is-invalid" name="x"><div class="invalid-feedback">Fout</div></div>',
  ],
  [
    'Drupal and jQuery Validation',
    '<div><input class="error" name="x"><label class="error">Verplicht</label></div>',
  ],
  ['a wrapper only', '<div class="field has-error"><input name="x"></div>'],
  ['Dutch names', '<div class="veld veld--fout"><input name="x"></div>'],
  [
    'a message only, next to the field',
    '<div><label>Naam <input name="x"></label><p class="field-error">Vul iets in</p></div>',
  ],
  [
    'radio buttons under a fieldset',
    '<fieldset aria-invalid="true"><legend>Keuze</legend><label><input type="radio" name="x">ja</label><label><input type="radio" name="x">nee</label></fieldset>',
  ],
  [
    'a date in parts: once',
    '<fieldset class="group--error"><legend>Datum</legend><input name="x" aria-label="dag"><input id="m" name="x-maand"><input name="x-jaar"></fieldset>',
  ],
];

const RIGHT: [what: string, html: string][] = [
  [
    'an empty alert that is always there',
    '<div><input name="x" aria-describedby="a"><div id="a" class="error" role="alert"></div></div>',
  ],
  [
    'a hidden message',
    '<div><input name="x" aria-describedby="a"><p id="a" class="error" hidden>Vul iets in</p></div>',
  ],
  [
    'an invisible message',
    '<div><input name="x"><p class="error" style="visibility:hidden">Vul iets in</p></div>',
  ],
  [
    'Angular before anyone typed',
    '<div class="ng-invalid"><input class="ng-untouched ng-invalid" name="x"></div>',
  ],
  [
    'a description',
    '<div><input name="x" aria-describedby="a"><p id="a" class="hint">Zoals in uw paspoort</p></div>',
  ],
  ['required and empty', '<div><input name="x" required></div>'],
];

describe('invalid fields', () => {
  it.each(WRONG)('%s', async (_kit, html) => {
    const { fields } = await probe.read(form(html));
    expect(fields.filter(({ wrong }) => wrong).map(({ field }) => field)).toEqual(['x']);
  });

  it.each(RIGHT)('not: %s', async (_what, html) => {
    const { fields } = await probe.read(form(html));
    expect(fields.filter(({ wrong }) => wrong)).toEqual([]);
  });

  it('in an open shadow root, by the class of the host and by the message inside', async () => {
    const page = await probe.open(
      form('<x-one class="is-invalid"></x-one><x-two></x-two><x-three></x-three>'),
    );
    await page.evaluate(() => {
      for (const name of ['one', 'two', 'three']) {
        const root = document.querySelector(`x-${name}`)?.attachShadow({ mode: 'open' });
        const input = Object.assign(document.createElement('input'), { name });
        const message = Object.assign(document.createElement('p'), { className: 'error' });
        message.textContent = name === 'two' ? 'Vul iets in' : '';
        root?.append(input, message);
      }
    });
    const { fields } = await page.evaluate(() => window.probe.read());
    expect(fields.filter(({ wrong }) => wrong).map(({ field }) => field)).toEqual(['one', 'two']);
  });
});
