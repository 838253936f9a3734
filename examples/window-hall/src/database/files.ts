import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Opened = Parameters<NodeFS['init']>[1]

/** An open file, as the file system within PGlite knows it: `nfd` is the number that Node has given it. */
interface OpenFile {
  readonly nfd: number
}

/**
 * A folder of the disk, from which a commit has returned only when the disk has it.
 *
 * PGlite hands the data to the operating system, which keeps it when this process is killed, but not when the machine loses power. Its files
 * have no `fsync` of their own, so they are given one; `DURABLE` then tells PostgreSQL to call it, once a commit.
 */
export class SyncedFiles extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    const withSync: NonNullable<Opened['preRun']>[number] = ({ NODEFS }) => {
      const files = NODEFS as unknown as { readonly stream_ops: { fsync?: (file: OpenFile) => void } }
      files.stream_ops.fsync = ({ nfd }) => fsyncSync(nfd)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), withSync] } }
  }
}

/** PGlite starts PostgreSQL with `-F`, which is without `fsync`; and of the ways to sync, `fdatasync` does nothing in WebAssembly. */
export const durable = (parameters: readonly string[]): string[] => [
  ...parameters.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
]
