// A document from the snapshot that was stored with its message.

import { docxOf } from '../../document/docx.ts'
import { htmlOf } from '../../document/html.ts'
import { filingId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import { pageStyle } from '../../forms/page-style.ts'
import type { FileOrder } from '../message.ts'
import type { Archive } from '../ports/archive.ts'
import type { FileBody } from '../ports/channel.ts'
import type { Environment } from '../ports/environment.ts'
import { outlineIn } from './snapshot.ts'

type Deps = {
  readonly archive: Pick<Archive, 'snapshot'>
  readonly environment: Pick<Environment, 'now'>
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The file a message ordered, or the same document as a page. Rejects with `snapshot-unreadable` when its snapshot is gone or of another shape. */
export const assemble = async (
  { archive, environment }: Deps,
  { filing, content, format: ordered, name, document }: FileOrder,
  format: FileOrder['format'] | 'html' = ordered,
): Promise<FileBody> => {
  const snapshot = await archive.snapshot(filingId(filing), content, document)
  if (snapshot === null) throw fault('snapshot-unreadable', `${content}`)
  const outline = outlineIn(snapshot)
  if (format === 'html')
    return {
      name: `${name}.html`,
      mime: 'text/html',
      body: new TextEncoder().encode(htmlOf(outline, pageStyle)),
    }
  const body = await docxOf(outline, pageStyle, environment.now())
  return { name: `${name}.${format}`, mime: docxType, body }
}
