// Adds and removes rows of the income table.

/** @param {string} name of the income field */
export function startIncomeRows(name) {
  const body = document.getElementById(`${name}-rijen`);
  const template = document.getElementById(`${name}-rij`);
  const add = document.getElementById(`${name}-erbij`);
  if (!body || !(template instanceof HTMLTemplateElement) || !add) return;
  let lastRow = 1;

  add.addEventListener('click', () => {
    lastRow += 1;
    const row = document.importNode(template.content, true);
    numberRow(row, String(lastRow));
    const first = row.querySelector('input');
    body.append(row);
    first?.focus();
  });

  body.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[name=weg]') : null;
    const row = button?.closest('tr');
    if (!row) return;
    // The last row stays: the citizen always needs one to write in.
    if (body.children.length === 1) for (const input of row.querySelectorAll('input')) input.value = '';
    else row.remove();
    add.focus();
  });
}

/** Replaces the placeholder of the template in ids, names and texts. @param {DocumentFragment} row @param {string} number */
function numberRow(row, number) {
  for (const element of row.querySelectorAll('*')) {
    for (const { name, value } of element.attributes)
      element.setAttribute(name, value.replace('RIJ', number));
  }
  const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (texts.currentNode.nodeValue)
      texts.currentNode.nodeValue = texts.currentNode.nodeValue.replace('RIJ', number);
  }
}
