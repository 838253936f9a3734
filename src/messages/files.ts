/** What a file of cases may be wrong in, and what is known of it. */
export interface FileFacts {
  'json-invalid': { found: string; problem: string }
  'text-not-utf8': Record<never, never>
  'file-unreadable': { file: string; problem: string }
  'file-empty': { file: string }
  'case-missing': { found: string; file: string }
  'line-too-long': { limit: number }
  'gzip-invalid': { problem: string }
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
    'gzip-invalid': ({ problem }) => `压缩数据已损坏或不完整（${problem}）；此前的内容已读取；请重新压缩或获取该文件。`,
    'output-failed': ({ file, problem }) => `无法写入“${file}”：${problem}。`,
  },
}
