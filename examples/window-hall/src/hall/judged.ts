import { assess } from 'service-time'
import { askedIn, type Judged } from './append.js'
import type { Hall } from './hall.js'
import type { Asked } from './policy.js'
import { caseIn } from './record.js'

/** A case with the verdict of now, and what it was asked with. */
export function judgedIn(hall: Hall, id: string): Promise<{ readonly judged: Judged; readonly asked: Asked }> {
  return hall.database.transaction(async (query) => {
    const recorded = await caseIn(query, id)
    const asked = await askedIn(query, hall)
    return { judged: { ...recorded, assessment: assess(recorded.file, asked) }, asked }
  })
}
