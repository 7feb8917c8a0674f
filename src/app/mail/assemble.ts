// The document that a message ordered: of a report from the snapshot that was stored with it, of a campaign as it stands.

import { docxOf } from '../../document/docx.ts'
import { htmlOf } from '../../document/html.ts'
import { filingId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import { pageStyle } from '../../forms/page-style.ts'
import type { FileOrder, OfficeOrder, ReportOrder } from '../message.ts'
import type { Archive } from '../ports/archive.ts'
import type { FileBody } from '../ports/channel.ts'
import type { Environment } from '../ports/environment.ts'
import { outlineIn } from './snapshot.ts'

export type AssembleDeps = {
  readonly archive: Pick<Archive, 'snapshot'>
  readonly environment: Pick<Environment, 'now'>
  /** Null where its account may not have it any more. */
  readonly orderedFile: (order: OfficeOrder) => Promise<FileBody | null>
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The file a message ordered; null where it may not be had any more. Rejects with `snapshot-unreadable` when its snapshot is gone or of another shape. */
export const assemble = async (deps: AssembleDeps, order: FileOrder): Promise<FileBody | null> =>
  'office' in order ? deps.orderedFile(order) : assembleReport(deps, order)

/** A report's document, or the same as a page. */
export const assembleReport = async (
  { archive, environment }: Pick<AssembleDeps, 'archive' | 'environment'>,
  { filing, content, format: ordered, name, document }: ReportOrder,
  format: ReportOrder['format'] | 'html' = ordered,
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
