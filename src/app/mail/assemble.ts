// A document from what was stored with its message: the snapshot of the version it was ordered at.

import { docxOf } from '../../document/docx.ts'
import { outlineOf } from '../../document/outline.ts'
import { filingId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import { catalog } from '../../forms/catalog.ts'
import { pageStyle } from '../../forms/page-style.ts'
import { readReport } from '../../intake/report.ts'
import type { FileOrder } from '../message.ts'
import type { Archive } from '../ports/archive.ts'
import type { FileBody } from '../ports/channel.ts'
import type { Environment } from '../ports/environment.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The file a message ordered. Rejects with a fault when its snapshot is gone or cannot be read. */
export const assemble = async (
  {
    archive,
    environment,
  }: { readonly archive: Pick<Archive, 'snapshot'>; readonly environment: Pick<Environment, 'now'> },
  { filing, version, format, name }: FileOrder,
): Promise<FileBody> => {
  const snapshot = await archive.snapshot(filingId(filing), version)
  const report = snapshot === null ? null : readReport(snapshot, catalog)
  if (!report?.ok) throw fault('snapshot-unreadable', `${version}`)
  const outline = outlineOf({
    form: catalog.formOf(report.filing.form),
    filing: report.filing,
    unitName: report.unit,
    title: report.title,
  })
  return {
    name: `${name}.${format}`,
    mime: docxType,
    body: await docxOf(outline, pageStyle, environment.now()),
  }
}
