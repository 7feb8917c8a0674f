// The subjects that a text has to speak of, written one by one: each stands under its heading, in their order. What is
// stored is what prints; which of them are written is read from the text itself.

import { bodyOf, partBody } from './body-of.ts'
import type { Filing, Part } from './filing.ts'
import type { Form, TextKey, TextSection, Topic } from './form.ts'
import { textOf } from './index-of.ts'

export const topicOf = (form: Form, text: TextKey, key: string | undefined): Topic | undefined =>
  key === undefined ? undefined : textOf(form, text).outline?.find(topic => topic.key === key)

/** Whether a line of the text is this topic's heading, whatever number stands before its name. */
export const isWritten = (form: Form, filing: Filing, text: TextKey, { label }: Topic): boolean =>
  (bodyOf(form, filing, text) ?? '').split('\n').some(line => startsWithLabel(line, label))

/** The topic that is not written yet, from the one behind `after` round to it. */
export const nextTopic = (form: Form, filing: Filing, text: TextKey, after?: string): Topic | undefined => {
  const { outline = [] } = textOf(form, text)
  const from = outline.findIndex(({ key }) => key === after) + 1
  return [...outline.slice(from), ...outline.slice(0, from)].find(
    topic => !isWritten(form, filing, text, topic),
  )
}

/** Whether a text is empty or was written topic by topic so far, a drafted sentence aside. */
export const isByTopic = (form: Form, filing: Filing, text: TextKey): boolean => {
  const { outline = [] } = textOf(form, text)
  return (filing.texts.get(text) ?? []).every(({ body, bound }) => {
    const [first, ...more] = body.split('\n')
    const isHeading = (line: string) => outline.some(({ label }) => startsWithLabel(line, label))
    return bound || body === '' || (outline.some(({ heading }) => heading === first) && !more.some(isHeading))
  })
}

/** Words under their topic's heading, unless they begin with it or are more of the same topic. */
export const withHeading = (said: string, topic: Topic, isMore: boolean): string =>
  isMore || startsWithLabel(said, topic.label) ? said : `${topic.heading}\n${said}`

/** The parts of a text with one more: behind those of its topic and of the topics before it. */
export const withPart = (
  form: Form,
  filing: Filing,
  section: TextSection,
  stood: readonly Part[],
  part: Part,
  topic: Topic | undefined,
): readonly Part[] => {
  const place = topic && section.outline?.indexOf(topic)
  if (place === undefined) return [...stood, part]
  const at = stood.findIndex(each => (placeOf(form, filing, section, each) ?? -1) > place)
  return at < 0 ? [...stood, part] : [...stood.slice(0, at), part, ...stood.slice(at)]
}

/** The topic whose heading a part begins with. */
export const topicAt = (form: Form, filing: Filing, text: TextKey, part: Part): Topic | undefined => {
  const body = partBody(form, filing, part)
  return textOf(form, text).outline?.find(({ label }) => startsWithLabel(body, label))
}

/** Where in the outline a part begins; a drafted sentence without a heading stands behind its topic. */
const placeOf = (form: Form, filing: Filing, section: TextSection, part: Part): number | undefined => {
  const { outline = [], sentence } = section
  const topic = topicAt(form, filing, section.text, part)
  if (topic) return outline.indexOf(topic)
  const own = part.bound ? outline.findIndex(({ key }) => key === sentence?.topic) : -1
  return own < 0 ? undefined : own + 0.5
}

/** Whether a line begins with a heading's name, perhaps behind a number: \uff08..\uff09, (..), ..\u3001 or .. and a point. */
const startsWithLabel = (line: string, label: string): boolean => line.replace(number, '').startsWith(label)

const number = /^(?:[\uff08(][^\uff09)]{1,3}[\uff09)]|[^\u3001.]{1,3}[\u3001.])/u
