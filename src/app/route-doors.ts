// The routes among the doors: each method and path with the action that it asks for.

import type { Action } from '../district/access.ts'

/**
 * `everybody` shows and changes nothing of any unit; `message` takes a message in, and the event in it is the door
 * that is asked.
 */
export type DoorAction = Action | 'everybody' | 'message'

/** Method and path of every route, as they are mounted; `ALL` are layers around the others and their last refusal. */
export const routes: Readonly<Record<string, DoorAction>> = {
  'ALL /*': 'everybody',
  'GET /': 'everybody',
  'GET /healthz': 'everybody',
  'GET /readyz': 'everybody',
  'POST /telegram': 'message',
  'ALL /chat/*': 'everybody',
  'ALL /setup/*': 'everybody',
  'GET /setup': 'everybody',
  'POST /setup': 'set-up',
  'ALL /district/*': 'everybody',
  'GET /district': 'see-desk',
  'GET /district/units/:id': 'list-units',
  'POST /district/units/:id': 'invite-person',
  'POST /district/import': 'add-unit',
  'POST /district/links': 'invite-person',
  'POST /district/campaign': 'open-campaign',
  'GET /district/files/:office': 'see-progress',
  'GET /district/queue': 'see-filing',
  'GET /district/reviews/:filing': 'see-filing',
  'GET /district/reviews/:filing/:as{html|docx}': 'see-filing',
  'POST /district/reviews/:filing/grant-return': 'grant-return',
  'POST /district/reviews/:filing/approve-filing': 'approve-filing',
  'POST /district/reviews/:filing/clear-filing': 'clear-filing',
  'POST /district/reviews/:filing/return-filing': 'return-filing',
  'POST /district/reviews/:filing/ask-filing': 'ask-filing',
  'POST /district/reviews/:filing/take-filing': 'take-filing',
  'POST /district/reviews/:filing/undo-approval': 'undo-approval',
  'ALL /calendar/*': 'everybody',
  'GET /calendar/:file{[A-Za-z0-9_-]{16,64}\\.ics}': 'see-calendar',
  'GET /chat/assets/:version/:name': 'everybody',
  'GET /chat/manifest.webmanifest': 'everybody',
  'GET /chat/enter/:code{[A-Za-z0-9_-]{16,64}}': 'take-link',
  'POST /chat/enter/:code{[A-Za-z0-9_-]{16,64}}': 'take-link',
  'POST /chat/enter/:code{[A-Za-z0-9_-]{16,64}}/ask': 'ask-new-link',
  'GET /chat/leave': 'everybody',
  'POST /chat/leave': 'leave',
  'GET /chat/device': 'everybody',
  'POST /chat/device': 'ask-own-link',
  'GET /chat': 'see-filing',
  'GET /chat/earlier': 'read-messages',
  'GET /chat/news': 'read-messages',
  'GET /chat/messages': 'read-messages',
  'POST /chat/messages': 'message',
  'POST /chat/say': 'message',
  'GET /chat/events': 'follow-filing',
  'POST /chat/files': 'import-report',
  'GET /chat/files/:id/:name': 'fetch-document',
  'GET /chat/documents/:id': 'fetch-document',
  'GET /chat/table': 'see-tables',
  'POST /chat/table': 'answer-filing',
  'POST /chat/table/block': 'answer-filing',
  'POST /chat/table/undo': 'answer-filing',
  'POST /chat/table/question': 'see-filing',
  'GET /chat/settings': 'set-prints',
  'POST /chat/settings': 'set-prints',
}
