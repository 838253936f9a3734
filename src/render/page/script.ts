/**
 * What a page does in a browser: it shows the controls, filters the cases by text and rule, sorts them by a column, and tells how many are
 * shown. Without it all cases stand there. It is plain text, so that its hash is what the policy of the page allows.
 */
export const SCRIPT = `'use strict';
(() => {
  const table = document.getElementById('overdue-cases');
  if (!table) return;
  const form = document.getElementById('filter');
  const search = document.getElementById('search');
  const rule = document.getElementById('rule');
  const shown = document.getElementById('shown');
  const cases = Array.from(table.tBodies);
  form.hidden = false;
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    let count = 0;
    for (const one of cases) {
      const fits = (rule.value === '' || one.dataset.rule === rule.value) && one.dataset.text.includes(wanted);
      one.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = count + ' ' + shown.dataset.word;
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  search.addEventListener('input', filter);
  rule.addEventListener('change', filter);
  filter();
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    if (head.dataset.sorts === undefined) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.title = table.dataset.sort + ' ' + head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const isDown = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      const key = (one) => one.rows[0].cells[column].dataset.key;
      const compare = (a, b) => key(a).localeCompare(key(b), document.documentElement.lang, { numeric: true });
      cases.sort((a, b) => (isDown ? compare(b, a) : compare(a, b)));
      table.append(...cases);
    });
  });
})();
`
