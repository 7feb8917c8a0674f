// A document from what was stored with its message: the snapshot of the version it was ordered at.

import { docxOf } from '../document/docx.ts'
import { outlineOf } from '../document/outline.ts'
import { filingId } from '../engine/filing.ts'
import { fault } from '../faults.ts'
import { catalog } from '../forms/catalog.ts'
import { pageStyle } from '../forms/page-style.ts'
import { readReport } from '../intake/report.ts'
import type { FileOrder } from './message.ts'
import type { FileBody, Store, World } from './ports.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The file a message ordered. Rejects with a fault when its snapshot is gone or cannot be read. */
export const assemble = async (
  { store, world }: { readonly store: Pick<Store, 'snapshot'>; readonly world: Pick<World, 'now'> },
  { filing, version, format, name }: FileOrder,
): Promise<FileBody> => {
  const snapshot = await store.snapshot(filingId(filing), version)
  const report = snapshot === null ? null : readReport(snapshot, catalog)
  if (!report?.ok) throw fault('snapshot-unreadable', `${version}`)
  const outline = outlineOf({
    form: catalog.formOf(report.filing.form),
    filing: report.filing,
    unitName: report.unit,
    title: report.title,
  })
  return { name: `${name}.${format}`, mime: docxType, body: await docxOf(outline, pageStyle, world.now()) }
}
