// Units in their tree. A unit that moves takes all below it along, and the rows of `unit_above` are written in the same
// batch, which is what guards ask.

import * as z from 'zod'
import type { ListedUnit, NewUnit, Prints, Registry } from '../app/ports/registry.ts'
import { filingStates } from '../district/lifecycle.ts'
import { usualFlags } from '../district/unit-tree.ts'
import { filingId, unitId } from '../engine/filing.ts'
import { formId, obligationId } from '../engine/form.ts'
import { batchWithLines } from './chains.ts'
import { jsonOf, level, printsColumn, readAs, readPowers, readPrints, standing } from './rows.ts'
import type { Param, Sql, Statement } from './sql.ts'

const flag = z.int().transform(value => value === 1)
const unitRow = z.object({
  unit: z.string(),
  parent: z.string().nullable(),
  isRoot: z.int(),
  name: z.string(),
  level,
  powers: z.string(),
  files: flag,
  publishes: flag,
  counts: flag,
  closed: z.string().nullable(),
  successor: z.string().nullable(),
  formerNames: z.string(),
  prints: z.string(),
})
const names = z.array(z.string())
const filingRow = z.object({
  id: z.string(),
  obligation: z.string(),
  form: z.string(),
  year: z.int(),
  version: z.int(),
  filingState: z.enum(filingStates),
})

type Units = Pick<
  Registry,
  'addUnit' | 'addUnits' | 'changeUnit' | 'renameUnit' | 'placeUnit' | 'removeUnits' | 'units'
>

export const units = (sql: Sql): Units => ({
  addUnit: (unit, recorded) => batchWithLines(sql, recorded, addingUnit(unit)),

  addUnits: (units, order, recorded) => batchWithLines(sql, recorded, addingUnits(units, order)),

  changeUnit: (
    unit,
    { level, files, publishes, counts, closed, successor, prints },
    leaves,
    recorded,
    seen,
  ) => {
    const flags = [Number(files), Number(publishes), Number(counts)]
    return batchWithLines(sql, { ...recorded, seen }, [
      { sql: changed, params: [unit, level, ...flags, closed, successor] },
      ...(leaves ? all([leftCampaigns], [unit]) : []),
      ...(prints ? settingPrints(unit, prints) : []),
    ])
  },

  renameUnit: (unit, name, recorded) =>
    batchWithLines(sql, recorded, all([bornName, namedAgain, renamed], [unit, name])),

  placeUnit: (unit, parent, recorded) => batchWithLines(sql, recorded, placing(unit, parent)),

  removeUnits: (ids, recorded, seen) => {
    const gone = 'DELETE FROM unit WHERE id IN (SELECT value FROM json_each(?1))'
    return batchWithLines(
      sql,
      { ...recorded, seen },
      all([leftMail, leftPeople, gone], [JSON.stringify(ids)]),
    )
  },

  units: async () => {
    const found = new Map<string, ListedUnit>()
    for (const row of await sql.all(listed)) {
      const { unit, parent, isRoot, powers, prints, successor, formerNames, ...rest } = readAs(
        unitRow,
        row,
        'unit',
      )
      const known = found.get(unit) ?? {
        ...{ id: unitId(unit), ...rest, powers: readPowers(powers), ...readPrints(prints) },
        parent: parent === null ? null : unitId(parent),
        isRoot: isRoot === 1,
        successor: successor === null ? null : unitId(successor),
        formerNames: readAs(names, jsonOf(formerNames), 'unit_name'),
        filings: [],
      }
      found.set(unit, row.id === null ? known : { ...known, filings: [...known.filings, filingOf(row)] })
    }
    return [...found.values()]
  },
})

/** The versions of its filings rise, so that nobody goes on with the unit as it was remembered with them. */
const settingPrints = (unit: string, { contact, closes, signs }: Prints): readonly Statement[] => [
  ...all([`DELETE FROM setting WHERE unit = ?1 AND key IN ('contact', 'closes', 'signs')`], [unit]),
  ...(contact === null ? [] : all([`INSERT INTO setting VALUES (?1, 'contact', ?2)`], [unit, contact])),
  ...(closes ? all([`INSERT INTO setting VALUES (?1, 'closes', 'yes')`], [unit]) : []),
  ...(signs === null ? [] : all([`INSERT INTO setting VALUES (?1, 'signs', ?2)`], [unit, signs])),
  ...all(['UPDATE filing SET version = version + 1 WHERE unit = ?1'], [unit]),
]

type Added = Parameters<Registry['addUnit']>[0]

/** The statements that make a unit in its place; of a root, with all that was at the top below it. */
const addingUnit = (unit: Added): readonly Statement[] => {
  const { id, parent, isRoot = false } = unit
  const added = { sql: add, params: rowOf(unit) }
  if (isRoot) return [added, ...all(rooting, [id])]
  return parent === undefined ? [added] : [added, ...placing(id, parent)]
}

/** The statements that make many units at once, with their places in the tree and in the district's own order. */
const addingUnits = (units: readonly NewUnit[], order: readonly string[]): readonly Statement[] => {
  const rows = units.map(unit => [...rowOf(unit), unit.parent ?? null])
  const root = units.find(({ isRoot }) => isRoot)
  const ids = JSON.stringify(units.map(({ id }) => id))
  return [
    { sql: addMany, params: [JSON.stringify(rows)] },
    { sql: aboveMany, params: [ids] },
    ...(root ? all(rooting, [root.id]) : []),
    ...all([ordered], [JSON.stringify(order)]),
  ]
}

/** Makes the district's unit; one that stands becomes it as it is. */
export const makingRoot = (unit: Added): readonly Statement[] => [
  { sql: `${add} ON CONFLICT (id) DO NOTHING`, params: rowOf(unit) },
  ...all(rooting, [unit.id]),
]

const rowOf = ({ id, name, level, powers, ...flags }: Added): readonly (string | number | null)[] => {
  const { files, publishes, counts } = { ...usualFlags, ...flags }
  return [id, name, level, JSON.stringify(powers), Number(files), Number(publishes), Number(counts)]
}

const placing = (unit: string, parent: string | null): readonly Statement[] =>
  all([placed, leftAbove, newAbove, cancelMail], [unit, parent])

const all = (texts: readonly string[], params: readonly Param[]): readonly Statement[] =>
  texts.map(text => ({ sql: text, params }))

const filingOf = (row: Readonly<Record<string, unknown>>): ListedUnit['filings'][number] => {
  const { id, obligation, form, year, version, filingState } = readAs(filingRow, row, 'filing')
  return {
    id: filingId(id),
    obligation: obligationId(obligation),
    form: formId(form),
    year,
    version,
    state: filingState,
    standing: row.touchedAt === null ? null : readAs(standing, row, 'standing'),
  }
}

/** Refused where the id stands: nobody takes a unit that is there by adding it. A new one is the last of its list. */
const add = `INSERT INTO unit (id, name, level, powers, files, publishes, counts, place)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(place), 0) + 1 FROM unit))`

const addMany = `INSERT INTO unit (place, id, name, level, powers, files, publishes, counts, parent)
  SELECT (SELECT coalesce(max(place), 0) + 1 FROM unit) + j.key,
     j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
    j.value ->> 7
  FROM json_each(?1) AS j`

const aboveMany = `WITH RECURSIVE line (unit, ancestor) AS (
    SELECT u.id, u.parent FROM json_each(?1) AS j JOIN unit AS u ON u.id = j.value WHERE u.parent IS NOT NULL
    UNION SELECT l.unit, u.parent FROM line AS l JOIN unit AS u ON u.id = l.ancestor WHERE u.parent IS NOT NULL)
  INSERT INTO unit_above (unit, ancestor) SELECT unit, ancestor FROM line`

const bornName = `INSERT INTO unit_name (unit, name, short)
  SELECT id, name, 0 FROM unit WHERE id = ?1 AND name <> ?2 ON CONFLICT (unit, name) DO NOTHING`
const namedAgain = 'DELETE FROM unit_name WHERE unit = ?1 AND name = ?2'

const renamed = 'UPDATE unit SET name = ?2 WHERE id = ?1'

const changed = `UPDATE unit SET level = ?2, files = ?3, publishes = ?4, counts = ?5, closed = ?6, successor = ?7
  WHERE id = ?1`

const leftCampaigns = `UPDATE standing SET campaign = NULL
  WHERE unit = ?1 AND content = 0 AND campaign IN (SELECT id FROM campaign WHERE closed_at IS NULL)`

/** Those that are named come first; the others follow as they stood. */
const ordered = `UPDATE unit SET place = o.place FROM (
    SELECT u.id, row_number() OVER (ORDER BY j.key IS NULL, j.key, u.place, u.rowid) AS place
    FROM unit AS u LEFT JOIN json_each(?1) AS j ON j.value = u.id) AS o
  WHERE unit.id = o.id AND unit.place <> o.place`

const rooting = [
  'UPDATE root SET unit = ?1',
  'UPDATE unit SET parent = ?1 WHERE parent IS NULL AND id <> ?1',
  'INSERT OR IGNORE INTO unit_above (unit, ancestor) SELECT id, ?1 FROM unit WHERE id <> ?1',
]

const listed = `SELECT u.id AS unit, u.parent, root.unit IS u.id AS isRoot, u.name, u.level, u.powers,
    u.files, u.publishes, u.counts, u.closed, u.successor,
    (SELECT json_group_array(n.name) FROM unit_name AS n WHERE n.unit = u.id AND n.short = 0) AS formerNames, ${printsColumn}, f.id, f.obligation, f.form, f.year, f.version, f.state AS filingState,
    s.state, s.open, s.missing, s.errors, s.explained, s.zero, s.next, s.judged_with AS judgedWith,
    s.touched_at AS touchedAt
  FROM unit AS u JOIN root LEFT JOIN filing AS f ON f.unit = u.id LEFT JOIN standing AS s ON s.filing = f.id
  ORDER BY u.place, u.rowid, f.year, f.obligation`

const placed = 'UPDATE unit SET parent = ?2 WHERE id = ?1'

/** The unit and all below it, by the parents as they stand now. */
const subtree = `WITH RECURSIVE below (unit) AS (
    SELECT ?1 UNION SELECT u.id FROM below AS b JOIN unit AS u ON u.parent = b.unit)`
/** The parent is named, so that all statements take the same parameters. */
const leftAbove = `${subtree} DELETE FROM unit_above WHERE unit IN (SELECT unit FROM below) AND ?2 IS ?2`
const newAbove = `${subtree}, line (unit, ancestor) AS (
    SELECT b.unit, u.parent FROM below AS b JOIN unit AS u ON u.id = b.unit WHERE u.parent IS NOT NULL
    UNION SELECT l.unit, u.parent FROM line AS l JOIN unit AS u ON u.id = l.ancestor WHERE u.parent IS NOT NULL)
  INSERT INTO unit_above (unit, ancestor) SELECT unit, ancestor FROM line WHERE ?2 IS ?2`

/** Waiting mail about these units and their filings, in the chats of people none of whom has a right there any more. */
const cancelMail = `${subtree}, about (thing, unit) AS (
    SELECT 'unit/' || b.unit, b.unit FROM below AS b
    UNION ALL SELECT 'filing/' || f.id, f.unit FROM below AS b JOIN filing AS f ON f.unit = b.unit),
  owner (chat, person) AS (
    SELECT p.chat, p.person FROM position AS p UNION SELECT r.chat, r.person FROM reach AS r)
  UPDATE outbox SET state = 'cancelled', lease_until = NULL
  FROM about
  WHERE outbox.about = about.thing AND outbox.state = 'queued' AND ?2 IS ?2
    AND EXISTS (SELECT 1 FROM owner WHERE owner.chat = outbox.chat)
    AND NOT EXISTS (SELECT 1 FROM owner JOIN membership AS m ON m.person = owner.person AND m.until IS NULL
      WHERE owner.chat = outbox.chat AND (m.unit = about.unit OR EXISTS (
        SELECT 1 FROM unit_above AS a WHERE a.unit = about.unit AND a.ancestor = m.unit)))`

const leftPersons = `SELECT m.person FROM membership AS m WHERE m.unit IN (SELECT value FROM json_each(?1))
  AND NOT EXISTS (SELECT 1 FROM membership AS other
    WHERE other.person = m.person AND other.unit NOT IN (SELECT value FROM json_each(?1)))`
const leftMail = `DELETE FROM outbox WHERE chat IN (SELECT chat FROM position WHERE person IN (${leftPersons}))`
const leftPeople = `DELETE FROM person WHERE id IN (${leftPersons})`
