import { Hono } from 'hono'
import { explain } from 'service-time'
import { boardOf } from '../hall/board.js'
import type { Hall } from '../hall/hall.js'
import { judgedIn } from '../hall/judged.js'
import { postedIn } from '../hall/notices.js'
import { possibleAfter } from '../hall/possible.js'
import { boardPage } from '../pages/board.js'
import { casePage } from '../pages/case.js'
import { newCasePage } from '../pages/new-case.js'
import { noticesPage } from '../pages/notices.js'
import { receiptPage } from '../pages/receipt.js'
import { languageOf } from './language.js'

/** The hall for people. */
export function pagesOf(hall: Hall): Hono {
  const app = new Hono()
  app.get('/', async (c) => c.html(boardPage(await boardOf(hall), languageOf(c))))
  app.get('/cases/new', (c) => c.html(newCasePage(languageOf(c))))
  app.get('/cases/:id', async (c) => {
    const { judged, asked } = await judgedIn(hall, c.req.param('id'))
    return c.html(casePage({ judged, explanation: explain(judged.file, asked), possible: possibleAfter(judged.file, asked) }, languageOf(c)))
  })
  app.get('/cases/:id/receipt', async (c) => {
    const { judged, asked } = await judgedIn(hall, c.req.param('id'))
    return c.html(receiptPage({ judged, explanation: explain(judged.file, asked) }, languageOf(c)))
  })
  app.get('/notices', async (c) => c.html(noticesPage(await hall.database.transaction(postedIn), languageOf(c))))
  return app
}
