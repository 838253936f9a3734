import { readFileSync } from 'node:fs'

/*
 * The rules of who may use what, made of test/architecture.json, whose paths start at `src`. That the table allows no more than is used,
 * and that the front pages draw it, is in test/architecture.test.ts; that each rule finds what it should, in test/dependency-rules.test.ts.
 */
const { parts, edges, builtins, packages, schemas } = JSON.parse(readFileSync(new URL('test/architecture.json', import.meta.url), 'utf8'))

const escaped = (text) => text.replace(/[.\\/+*?^$()[\]{}|-]/g, '\\$&')
/** A path that ends with a slash is a folder, another a file. */
const inside = (path) => `^${escaped(path.startsWith('../') ? path.slice(3) : `src/${path}`)}${path.endsWith('/') ? '' : '$'}`
const within = (name) => `(^|/)node_modules/${escaped(name)}([/.]|$)`

const PACKAGE = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** An edge, and those beside it that use it. */
const usersOf = (edge) => [edge, ...edges.filter((other) => parts[other].includes(edge))]

export default {
  forbidden: [
    ...Object.entries(parts).map(([part, used]) =>
      rule(
        `${part} uses`,
        `It may use ${used.join(', ') || 'nothing'}.`,
        { path: inside(part) },
        { pathNot: [part, ...used].map(inside), dependencyTypesNot: [...PACKAGE, 'core'], couldNotResolve: false },
      ),
    ),
    ...edges.map((edge) =>
      rule(
        `${edge} is an edge`,
        'Edges are used by nothing but edges.',
        { path: '^src/', pathNot: usersOf(edge).map(inside) },
        { path: inside(edge) },
      ),
    ),
    ...Object.entries(packages).map(([name, users]) =>
      rule(`${name} at home`, `Only ${users.join(', ')} may use it.`, { path: '^src/', pathNot: users.map(inside) }, { path: within(name) }),
    ),
    rule(
      'no other package',
      'Each package has its users in the table, and its reason in docs/decisions/0001-dependencies.md.',
      { path: '^src/' },
      { dependencyTypes: PACKAGE, pathNot: Object.keys(packages).map(within) },
    ),
    rule(
      'built-in modules at the edges',
      `Only ${builtins.join(', ')} may use those of Node.`,
      { path: '^src/', pathNot: builtins.map(inside) },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'zod is loaded by schemas',
      'It takes longer to load than all the rest; elsewhere there are only its types.',
      { path: '^src/', pathNot: schemas.loadingZod.map(inside) },
      { path: within('zod'), dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'schemas are loaded by readers',
      'Whoever uses a schema or a reader loads zod with it.',
      { path: '^src/', pathNot: schemas.usingReaders.map(inside) },
      { path: '/(read|((version|indicator)-)?schema)[.]ts$' },
    ),
    rule('nothing missing', 'What is imported is there.', { path: '^src/' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
