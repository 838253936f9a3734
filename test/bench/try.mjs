import { check, contenders } from './days.js'

check()

import { costTable, inTurns } from './support.js'

console.log(
  costTable(
    contenders,
    await inTurns(contenders, (i) => {
      console.error(i)
    }),
  ),
)
