// Hono + Telegraf that stores each answer before it replies: one INSERT on sqlite3, WAL and synchronous=FULL. The least
// that a bot which loses nothing has to do.

import sqlite3 from 'sqlite3'
import { message } from 'telegraf/filters'
import { question } from './questions.ts'
import { environment, serveWebhook } from './serve.ts'
import { telegraf } from './telegraf.ts'

const database = new sqlite3.Database(environment('DATABASE_FILE'))
await new Promise<void>((resolve, reject) => {
  const schema = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE answer (id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL);`
  database.exec(schema, error => (error ? reject(error) : resolve()))
})
const insert = database.prepare('INSERT INTO answer (chat, text, at) VALUES (?, ?, ?)')
const store = (chat: number, text: string) =>
  new Promise<void>((resolve, reject) => {
    insert.run([chat, text, Date.now()], (error: Error | null) => (error ? reject(error) : resolve()))
  })

const bot = telegraf()
bot.on(message('text'), async context => {
  await store(context.chat.id, context.message.text)
  await context.reply(question(1))
})

serveWebhook((update: Parameters<typeof bot.handleUpdate>[0]) => bot.handleUpdate(update))
