// A short name of the rules by which a form is judged: it changes when one of them does, so that a judgement shows by
// which rules it was made.

import type { Form } from '../engine/form.ts'

/**
 * `<form>@<revision>/<hash>`; the hash is over each rule's data and code. It sees no helper that a check calls: a change
 * of these raises the revision.
 */
export const rulesName = (form: Form): string => {
  const known = names.get(form)
  if (known !== undefined) return known
  const rules = JSON.stringify(form.rules, (_, part) => (typeof part === 'function' ? String(part) : part))
  const name = `${form.id}@${form.revision}/${fnv1a(rules)}`
  names.set(form, name)
  return name
}

const names = new WeakMap<Form, string>()

/** 32 bits as hex: FNV-1a (RFC 9923) over UTF-16 units, for it guards against oversight and nobody's will. */
const fnv1a = (text: string): string => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
