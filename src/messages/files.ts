import { clip, list } from './clip.js'

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
  /** The command line cannot write its output or the file of `--rejects`. */
  'output-failed': { file: string; problem: string }
}

type FileMessages = { readonly [C in keyof FileFacts]: (facts: FileFacts[C]) => string }

/** The texts about files, by language. */
export const FILE_MESSAGES: Readonly<Record<'en' | 'zh', FileMessages>> = {
  en: {
    'json-invalid': ({ found, problem }) => `This is not JSON (${problem}): ${found}`,
    'text-not-utf8': () => 'This line is not valid UTF-8 text; save the file as UTF-8.',
    'file-unreadable': ({ file, problem }) => `The file "${file}" cannot be read: ${problem}.`,
    'case-missing': ({ found, file }) => `No case in ${file} has the id "${found}"; write an id as it stands in the file.`,
    'file-empty': ({ file }) => `The file "${file}" holds no case; write one JSON object a line, or a JSON array.`,
    'line-too-long': ({ limit }) =>
      `This line, element or record is longer than ${limit} bytes, and was not read; a case has a few thousand, so look for a line end or a quote that is missing.`,
    'csv-invalid': ({ problem }) => `This row of the table cannot be read (${problem}); a field with a quote in it is written "with ""two"" quotes".`,
    'cells-differ': ({ found, expected }) =>
      `This row has ${found} cells, and the table has ${expected} columns; look for a row that is cut, or a delimiter in a field without quotes.`,
    'column-missing': ({ found, columns }) =>
      `The table has no column "${clip(found)}", but: ${list(columns)}; say with a mapping which column holds what.`,
    'rows-scattered': ({ id }) =>
      `The rows of the case "${clip(id)}" lie apart, and its first rows were read as a case of their own; sort the table by case.`,
    'gzip-invalid': ({ problem }) =>
      `The packed data is damaged or ends early (${problem}); what stands before was read; pack or fetch the file again.`,
    'output-failed': ({ file, problem }) => `"${file}" cannot be written: ${problem}.`,
  },
  zh: {
    'json-invalid': ({ found, problem }) => `不是有效的 JSON（${problem}）：${found}`,
    'text-not-utf8': () => '此行不是有效的 UTF-8 文本；请将文件保存为 UTF-8。',
    'file-unreadable': ({ file, problem }) => `无法读取文件“${file}”：${problem}。`,
    'case-missing': ({ found, file }) => `${file} 中没有编号为“${found}”的办件；请照文件中的编号填写。`,
    'file-empty': ({ file }) => `文件“${file}”中没有办件；请每行写一个 JSON 对象，或写一个 JSON 数组。`,
    'line-too-long': ({ limit }) => `此行（元素或记录）超过 ${limit} 字节，未予读取；一个办件通常只有几千字节，请检查是否缺少换行或引号。`,
    'csv-invalid': ({ problem }) => `表格的此行无法读取（${problem}）；字段内含引号时，应写成 "内有 ""引号"" 的字段"。`,
    'cells-differ': ({ found, expected }) =>
      `此行有 ${found} 个单元格，而表格有 ${expected} 列；请检查该行是否被截断，或字段内是否有未加引号的分隔符。`,
    'column-missing': ({ found, columns }) => `表格中没有“${clip(found)}”列，现有：${list(columns)}；请用列映射说明各列的含义。`,
    'rows-scattered': ({ id }) => `办件“${clip(id)}”的各行不相连，其前面的行已作为一个办件读取；请将表格按办件排序。`,
    'gzip-invalid': ({ problem }) => `压缩数据已损坏或不完整（${problem}）；此前的内容已读取；请重新压缩或获取该文件。`,
    'output-failed': ({ file, problem }) => `无法写入“${file}”：${problem}。`,
  },
}
