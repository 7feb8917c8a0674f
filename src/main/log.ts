// Log lines for the people who run the server: events and plain fields, with secrets taken out once more on the way.

import { configureSync, getConsoleSink, getLogger, jsonLinesFormatter } from '@logtape/logtape'
import { redactByPattern } from '@logtape/redaction'
import type { Log } from '../app/ports/environment.ts'

/** A bot token wherever it might turn up, as in `/bot123:abc/sendMessage`. */
const botToken = { pattern: /\d{6,20}:[\w-]{20,200}/g, replacement: '[token]' }

export const createLog = (): Log => {
  const formatter = redactByPattern(jsonLinesFormatter, [botToken])
  configureSync({
    reset: true,
    sinks: { console: getConsoleSink({ formatter }) },
    loggers: [
      { category: 'nianbao', sinks: ['console'], lowestLevel: 'info' },
      { category: ['logtape', 'meta'], sinks: ['console'], lowestLevel: 'warning' },
    ],
  })
  const logger = getLogger('nianbao')
  return (event, fields = {}) => logger.info(event, fields)
}
