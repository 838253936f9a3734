/** The board is sent again whenever it changes; a connection that was lost, the browser makes anew by itself. */
const board = document.querySelector('#board')

const lightsOf = () => new Map([...board.querySelectorAll('tr[data-light]')].map((line) => [line.id, line.dataset.light]))

new EventSource('/board/stream').addEventListener('board', ({ data }) => {
  const before = lightsOf()
  board.innerHTML = data
  for (const [id, light] of lightsOf()) {
    if (before.get(id) !== light) document.getElementById(id).classList.add('changed')
  }
})
