import { clip, list } from './clip.js'
import type { Fault } from './fault.js'

/** What a file of cases may be wrong in, when, and what is known of it. */
export interface FileFacts {
  /** A line, an element or a file is not JSON. */
  'json-invalid': { found: string; problem: string }
  /** A line or a row is not UTF-8. */
  'text-not-utf8': Record<never, never>
  /** The command line cannot open or read a file. */
  'file-unreadable': { file: string; problem: string }
  /** A file holds no case. */
  'file-empty': { file: string }
  /** The command line was asked for a case by an id that no case has. */
  'case-missing': { found: string; file: string }
  /** A line, an element or a record is longer than 16 MiB, and was passed over. */
  'line-too-long': { limit: number }
  /** A row of a table breaks the rules of quotes. */
  'csv-invalid': { problem: string }
  /** A row of a table has more or fewer cells than the table has columns. */
  'cells-differ': { found: number; expected: number }
  /** A mapping names a column that the table does not have, or a table without a mapping lacks one that is needed. */
  'column-missing': { found: string; columns: readonly string[] }
  /** The rows of a case, a row an event, do not stand together. */
  'rows-scattered': { id: string }
  /** Packed data is damaged or cut off. */
  'gzip-invalid': { problem: string }
  /** The command line cannot write its output or the file of `--rejects`, or that file is one of those it reads. */
  'output-failed': { file: string; problem: string }
}

export const JSON_INVALID: Fault<'json-invalid'> = {
  code: 'json-invalid',
  en: ({ found, problem }) => `This is not JSON (${problem}): ${found}`,
  zh: ({ found, problem }) => `不是有效的 JSON（${problem}）：${found}`,
}

export const TEXT_NOT_UTF8: Fault<'text-not-utf8'> = {
  code: 'text-not-utf8',
  en: () => 'This line is not valid UTF-8 text; save the file as UTF-8.',
  zh: () => '此行不是有效的 UTF-8 文本；请将文件保存为 UTF-8。',
}

export const FILE_UNREADABLE: Fault<'file-unreadable'> = {
  code: 'file-unreadable',
  en: ({ file, problem }) => `The file "${file}" cannot be read: ${problem}.`,
  zh: ({ file, problem }) => `无法读取文件“${file}”：${problem}。`,
}

export const CASE_MISSING: Fault<'case-missing'> = {
  code: 'case-missing',
  en: ({ found, file }) => `No case in ${file} has the id "${found}"; write an id as it stands in the file.`,
  zh: ({ found, file }) => `${file} 中没有编号为“${found}”的办件；请照文件中的编号填写。`,
}

export const FILE_EMPTY: Fault<'file-empty'> = {
  code: 'file-empty',
  en: ({ file }) => `The file "${file}" holds no case; write one JSON object a line, or a JSON array.`,
  zh: ({ file }) => `文件“${file}”中没有办件；请每行写一个 JSON 对象，或写一个 JSON 数组。`,
}

export const LINE_TOO_LONG: Fault<'line-too-long'> = {
  code: 'line-too-long',
  en: ({ limit }) =>
    `This line, element or record is longer than ${limit} bytes, and was not read; a case has a few thousand, so look for a line end or a quote that is missing.`,
  zh: ({ limit }) => `此行（元素或记录）超过 ${limit} 字节，未予读取；一个办件通常只有几千字节，请检查是否缺少换行或引号。`,
}

export const CSV_INVALID: Fault<'csv-invalid'> = {
  code: 'csv-invalid',
  en: ({ problem }) => `This row of the table cannot be read (${problem}); a field with a quote in it is written "with ""two"" quotes".`,
  zh: ({ problem }) => `表格的此行无法读取（${problem}）；字段内含引号时，应写成 "内有 ""引号"" 的字段"。`,
}

export const CELLS_DIFFER: Fault<'cells-differ'> = {
  code: 'cells-differ',
  en: ({ found, expected }) =>
    `This row has ${found} cells, and the table has ${expected} columns; look for a row that is cut, or a delimiter in a field without quotes.`,
  zh: ({ found, expected }) => `此行有 ${found} 个单元格，而表格有 ${expected} 列；请检查该行是否被截断，或字段内是否有未加引号的分隔符。`,
}

export const COLUMN_MISSING: Fault<'column-missing'> = {
  code: 'column-missing',
  en: ({ found, columns }) => `The table has no column "${clip(found)}", but: ${list(columns)}; say with a mapping which column holds what.`,
  zh: ({ found, columns }) => `表格中没有“${clip(found)}”列，现有：${list(columns)}；请用列映射说明各列的含义。`,
}

export const ROWS_SCATTERED: Fault<'rows-scattered'> = {
  code: 'rows-scattered',
  en: ({ id }) => `The rows of the case "${clip(id)}" lie apart, and its first rows were read as a case of their own; sort the table by case.`,
  zh: ({ id }) => `办件“${clip(id)}”的各行不相连，其前面的行已作为一个办件读取；请将表格按办件排序。`,
}

export const GZIP_INVALID: Fault<'gzip-invalid'> = {
  code: 'gzip-invalid',
  en: ({ problem }) =>
    `The packed data is damaged or ends early (${problem}); what could be unpacked before that was read; pack or fetch the file again.`,
  zh: ({ problem }) => `压缩数据已损坏或不完整（${problem}）；此前能解压的内容已读取；请重新压缩或获取该文件。`,
}

export const OUTPUT_FAILED: Fault<'output-failed'> = {
  code: 'output-failed',
  en: ({ file, problem }) => `"${file}" cannot be written: ${problem}.`,
  zh: ({ file, problem }) => `无法写入“${file}”：${problem}。`,
}

/** The problem is the name by which the file is read. */
export const OUTPUT_IS_READ: Fault<'output-failed'> = {
  code: 'output-failed',
  en: ({ file, problem }) => `"${file}" is the file that is read as "${problem}", and would be overwritten; name another file to write.`,
  zh: ({ file, problem }) => `“${file}”就是作为“${problem}”读取的文件，写入会将其覆盖；请另指定一个输出文件。`,
}
