/*
 * What one fresh process sees of the library, as a line of JSON; started by build.js with --expose-gc.
 */
const [what] = process.argv.slice(2)
const hours = { workday: ['09:00-12:00', '13:30-17:00'] }
const DAY = 86_400_000

/** Bytes in use, after what is garbage has gone; array buffers are the library's tables. */
function bytesInUse() {
  for (let i = 0; i < 3; i++) globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { heapUsed, arrayBuffers }
}

function timed(answer) {
  const before = performance.now()
  answer()
  return performance.now() - before
}

const load = () => import('../../dist/index.js')
const clockOf = ({ cn, createClock }) => createClock({ calendar: cn, hours, timeZone: 'Asia/Shanghai' })
/** A date some days from the end of the coverage, so that a table that is built bit by bit is built to its end. */
const nearEnd = ({ cn }, days) => new Date(Date.parse(cn.coverage.to) - days * DAY).toISOString().slice(0, 10)

/** The platform loads its zone data at the first use, whatever zone that is and whoever uses it. */
const useIntl = () => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', timeZoneName: 'longOffset' }).format(0)

const PROBES = {
  time: () => timeOfBuild(),
  async warm() {
    const intlMs = timed(useIntl)
    return { intlMs, ...(await timeOfBuild()) }
  },
  async memory() {
    const empty = bytesInUse()
    const library = await load()
    const imported = bytesInUse()
    // These build both and write no date.
    const clock = clockOf(library)
    for (const date of ['2019-05-05', nearEnd(library, 40)]) {
      library.cn.isWorkingDay(date)
      clock.isOpen(Date.parse(`${date}T02:00Z`))
    }
    const built = bytesInUse()
    askForText(library.cn, clock)
    return { empty, imported, built, asked: bytesInUse(), clock: clock.timeZone }
  },
}

/** Importing, the first answers, and one at the end of the coverage. */
async function timeOfBuild() {
  const before = performance.now()
  const library = await load()
  const importMs = performance.now() - before
  const calendarMs = timed(() => library.cn.add('2019-04-26', 4))
  let clock
  const clockMs = timed(() => {
    clock = clockOf(library)
    clock.add('2019-05-06T10:00', { workingHours: 8 })
  })
  const restMs = timed(() => {
    library.cn.add(nearEnd(library, 40), 10)
    clock.add(`${nearEnd(library, 40)}T10:00`, { workingHours: 8 })
  })
  return { importMs, calendarMs, clockMs, restMs }
}

/** 10,000 texts from each, spread over the whole coverage. */
function askForText(cn, clock) {
  const first = Date.parse(cn.coverage.from)
  const days = (Date.parse(cn.coverage.to) - first) / DAY - 40
  for (let i = 0; i < 10_000; i++) {
    const date = new Date(first + ((i * 7_919) % days) * DAY).toISOString().slice(0, 10)
    cn.add(date, 1 + (i % 10))
    clock.add(`${date}T10:00`, { workingMinutes: 1 + (i % 2_400) })
  }
}

console.log(JSON.stringify(await PROBES[what]()))
