// The income table: rows of source and amount. The browser script adds rows from the template.
import { html } from 'hono/html';
import type { IncomeField } from './field.ts';
import { type Html, renderHint } from './render-field-parts.ts';

/** Stands in the template where the browser script puts the number of the row. */
const ROW = 'RIJ';

export function renderIncome(field: IncomeField): Html {
  return html`<div class="utrecht-form-field" id="veld-${field.name}">
    <fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset" aria-describedby="${field.name}-uitleg">
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend utrecht-form-label">${field.label}</legend>
      ${renderHint(field)}
      <table class="utrecht-table utrecht-table--html-table income" id="${field.name}-tabel">
        <thead class="utrecht-table__header">
          <tr class="utrecht-table__row">
            <th scope="col" class="utrecht-table__header-cell">Soort inkomen</th>
            <th scope="col" class="utrecht-table__header-cell">Bedrag per maand</th>
            <td class="utrecht-table__cell"></td>
          </tr>
        </thead>
        <tbody class="utrecht-table__body" id="${field.name}-rijen">${renderRow(field.name, '1')}</tbody>
      </table>
      <template id="${field.name}-rij">${renderRow(field.name, ROW)}</template>
      <button type="button" class="nl-button nl-button--secondary" id="${field.name}-erbij">Nog een inkomen toevoegen</button>
    </fieldset>
  </div>`;
}

function renderRow(name: string, row: string): Html {
  return html`<tr class="utrecht-table__row income__row">
    <td class="utrecht-table__cell">${renderCell(`${name}-${row}-bron`, `Soort inkomen ${row}`, '')}</td>
    <td class="utrecht-table__cell">${renderCell(`${name}-${row}-bedrag`, `Netto bedrag per maand ${row}`, '€')}</td>
    <td class="utrecht-table__cell income__remove"><button type="button" class="nl-button nl-button--subtle" name="weg">Verwijderen<span class="visually-hidden"> regel ${row}</span></button></td>
  </tr>`;
}

function renderCell(id: string, label: string, prefix: string): Html {
  const mode = prefix ? html` inputmode="decimal"` : '';
  const box = html`<input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="${id}" name="${id}" autocomplete="off"${mode}>`;
  return html`<div class="utrecht-form-field" id="veld-${id}">
    <div class="utrecht-form-field__label"><label class="utrecht-form-label income__label" for="${id}">${label}</label></div>
    <div class="utrecht-form-field__input">${prefix ? html`<span class="with-prefix"><span class="prefix" aria-hidden="true">${prefix}</span>${box}</span>` : box}</div>
  </div>`;
}
