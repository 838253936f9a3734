/** Sends a form as JSON, and shows the problem beside it if it is refused. */
async function send(event) {
  event.preventDefault()
  const form = event.target
  const said = form.querySelector('[role=alert]')
  // Whoever clicks twice means one thing.
  if (form.ariaBusy === 'true') return
  form.ariaBusy = 'true'
  try {
    const response = await fetch(form.dataset.post, { method: 'POST', headers: headersOf(form), body: JSON.stringify(bodyOf(form)) })
    const answer = await response.json()
    if (response.ok) return location.assign((form.dataset.then ?? location.pathname).replace('{id}', answer.id))
    said.textContent = answer.detail
  } catch (error) {
    // No answer came, or what was typed as JSON is none.
    said.textContent = error.message
  }
  form.ariaBusy = 'false'
}

/** Nobody decides on what is no longer so: the version that was on the page goes along. */
function headersOf({ dataset: { version } }) {
  return { 'Content-Type': 'application/json', ...(version && { 'If-Match': `"${version}"` }) }
}

/** The fields by name, where `by.workingDays` is one within `by`; what is left empty is not sent. */
function bodyOf(form) {
  const body = {}
  for (const field of form.querySelectorAll('[name]')) {
    const value = told(field)
    if (value === undefined) continue
    const [name, within] = field.name.split('.')
    body[name] = within === undefined ? value : { [within]: value }
  }
  return body
}

function told(field) {
  if (field.value === '') return field.dataset.empty === 'null' ? null : undefined
  if ('json' in field.dataset) return JSON.parse(field.value)
  return field.type === 'number' ? field.valueAsNumber : field.value
}

const forms = document.querySelectorAll('form[data-post]')
for (const form of forms) form.addEventListener('submit', send)
// A page that the browser shows again as it was left can be sent again.
addEventListener('pagehide', () => {
  for (const form of forms) form.ariaBusy = 'false'
})
