// The words of a list of people: heads of columns, and roles as offices call them.

import { fold } from './fold.ts'
import { tableHead } from './table-head.ts'

export type PersonColumn = 'name' | 'unit' | 'role'

const heads: Readonly<Record<PersonColumn, string>> = {
  name: '姓名 人员 人员姓名 填报人 填报人姓名 联系人 联络员 经办人 name person',
  unit: '单位名称 单位 所在单位 工作单位 填报单位 部门 unit',
  role: '角色 身份 权限 role',
}
const columns = new Map(
  Object.entries(heads).flatMap(([column, words]) =>
    words.split(' ').map(word => [word, column as PersonColumn] as const),
  ),
)

export const personColumn = (head: string): PersonColumn | undefined => columns.get(tableHead(head))

const roles: Readonly<Record<string, string>> = {
  filler: '填报人 填报 填报人员 联络员 经办人 经办',
  leader: '单位领导 领导 分管领导 主要领导 办公室主任 主任',
  supervisor: '审核人员 审核 审核人 区府办',
  viewer: '查看人员 查看 只看',
  administrator: '管理员 管理 系统管理员',
}
const roleWords = new Map(
  Object.entries(roles).flatMap(([role, words]) => words.split(' ').map(word => [word, role] as const)),
)

/** The role as commands write it (`filler`); the words themselves where they are none of ours. */
export const personRole = (words: string): string => {
  const plain = fold(words).replace(/\s/g, '').toLowerCase()
  return roleWords.get(plain) ?? plain
}
