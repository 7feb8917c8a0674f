// Takes everything of a person away that says who they were: name, accounts, ways in, places, and the words of their own
// chats. Their row stays without a word, for ids elsewhere name it; figures and texts stay the unit's.

import type { Statement } from './sql.ts'

/** In a batch of its own; their memberships are ended before it. */
export const erasingPerson = (person: string, at: number): readonly Statement[] => [
  ...inOrder.map(text => ({ sql: text, params: [person] })),
  { sql: blanked, params: [person, at] },
]

/** Chats of their own: a group that they wrote in is not theirs. */
const own = `(SELECT chat FROM reach WHERE person = ?1
  UNION SELECT ref FROM account WHERE person = ?1
  UNION SELECT p.chat FROM position AS p WHERE p.person = ?1
    AND NOT EXISTS (SELECT 1 FROM position AS other WHERE other.chat = p.chat AND other.person <> ?1)
    AND NOT EXISTS (SELECT 1 FROM chat_group AS g WHERE g.chat = p.chat))`

/** A row remembers the message that wrote it, which is named after its chat. */
const withoutMessage = (table: 'cell' | 'text' | 'remark'): string =>
  `UPDATE ${table} SET message = NULL
    WHERE EXISTS (SELECT 1 FROM ${own} AS c WHERE substr(${table}.message, 1, length(c.chat) + 1) = c.chat || ':')`

const theirUnits = '(SELECT m.unit FROM membership AS m WHERE m.person = ?1)'
const theirName = '(SELECT p.name FROM person AS p WHERE p.id = ?1)'

/** A sign alone is in many words. */
const hasTheirName = (column: string): string =>
  `length(${theirName}) > 1 AND instr(${column}, ${theirName}) > 0`

const inOrder = [
  ...(['cell', 'text', 'remark'] as const).map(withoutMessage),
  `DELETE FROM outbox WHERE chat IN ${own}`,
  // A line to colleagues begins with the name of whoever changed the report.
  `DELETE FROM outbox WHERE ${theirName} <> '' AND instr(body, '"' || ${theirName}) > 0
    AND about IN (SELECT 'filing/' || f.id FROM filing AS f WHERE f.unit IN ${theirUnits})`,
  // An office was told of them, and its buttons and what it was asked hold the name of whoever is meant.
  `DELETE FROM outbox WHERE ${hasTheirName('body')} AND (about IS NULL OR about GLOB 'unit/*'
    OR about IN (SELECT 'filing/' || f.id FROM filing AS f WHERE f.unit IN ${theirUnits}))`,
  `DELETE FROM card WHERE about GLOB 'unit/*' AND ${hasTheirName('choices')}`,
  `DELETE FROM position WHERE about GLOB 'unit/*' AND ${hasTheirName('focus')}`,
  'DELETE FROM absence WHERE person = ?1',
  'UPDATE absence SET substitute = NULL WHERE substitute = ?1',
  `UPDATE incoming SET chat = NULL WHERE chat IN ${own}`,
  `DELETE FROM unreachable WHERE chat IN ${own}`,
  `DELETE FROM card WHERE person = ?1 OR chat IN ${own}`,
  `UPDATE invitation SET name = NULL, taken_with = NULL
    WHERE taken_by = ?1 OR person = ?1 OR (name = ${theirName} AND unit IN ${theirUnits})`,
  'DELETE FROM invitation WHERE person = ?1 AND taken_by IS NULL',
  `UPDATE contact SET whom = iif(whom = ${theirName}, NULL, whom),
      text = iif(instr(text, ${theirName}) > 0, NULL, text)
    WHERE ${theirName} <> '' AND (whom = ${theirName} OR instr(text, ${theirName}) > 0)`,
  'DELETE FROM position WHERE person = ?1',
  'DELETE FROM reach WHERE person = ?1',
  'DELETE FROM token WHERE person = ?1',
  'DELETE FROM feed WHERE person = ?1',
  'DELETE FROM account WHERE person = ?1',
]

const blanked = `UPDATE person SET name = '', title = NULL, phone = NULL, disabled = coalesce(disabled, ?2) WHERE id = ?1`
