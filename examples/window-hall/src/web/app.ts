import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { languageDetector } from 'hono/language'
import { secureHeaders } from 'hono/secure-headers'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { HallError } from '../hall/errors.js'
import type { Hall } from '../hall/hall.js'
import type { LiveBoard } from '../hall/live.js'
import { problemPage } from '../pages/problem.js'
import { apiOf } from './api.js'
import { languageOf } from './language.js'
import { pagesOf } from './pages.js'
import { problemOf } from './problem.js'
import { streamOf } from './stream.js'

const MOST_BYTES = 64 * 1024

/** The pictures of the library carry their style within them; scripts are files alone. */
const CONTENT = { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'] }

/** The whole of the hall as it answers over HTTP. */
export function appOf(hall: Hall, live: LiveBoard): Hono {
  const app = new Hono()
  const languages = { supportedLanguages: ['zh', 'en'], fallbackLanguage: 'zh', lookupQueryString: 'lang', lookupCookie: 'lang' }
  // A hall in its own network speaks HTTP, over which a browser keeps no cookie that is for HTTPS alone; the language is no secret.
  const cookieOptions = { secure: false, sameSite: 'Lax', httpOnly: true } as const
  app.use(secureHeaders({ contentSecurityPolicy: CONTENT }))
  app.use(languageDetector({ ...languages, order: ['querystring', 'cookie', 'header'], cookieOptions }))
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: () => {
        throw new HallError('body-too-large')
      },
    }),
  )
  app.use('/public/*', serveStatic({ root: fileURLToPath(new URL('../..', import.meta.url)) }))
  app.route('/api', apiOf(hall))
  app.route('/', pagesOf(hall))
  app.route('/', streamOf(live))
  app.notFound((c) => refused(c, new HallError('page-unknown')))
  app.onError((error, c) => refused(c, error))
  return app
}

/** Programs are answered in problem details, people with a page that says the same. */
function refused(c: Context, error: unknown): Response | Promise<Response> {
  const problem = problemOf(error, languageOf(c))
  if (problem.status >= 500) console.error(error)
  c.status(problem.status as ContentfulStatusCode)
  if (problem.status === 503) c.header('Retry-After', '1')
  const isForPeople = !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html')
  if (isForPeople) return c.html(problemPage(problem, languageOf(c)))
  return c.body(JSON.stringify(problem), { headers: { 'Content-Type': 'application/problem+json' } })
}
