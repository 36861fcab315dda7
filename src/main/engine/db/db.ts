import type Database from 'better-sqlite3-multiple-ciphers'

type Value = string | number | null | Uint8Array

/** What a query gets: it can't write. Row types are what the SQL selects. */
export type ReadableDb = {
  get: <Row>(sql: string, ...values: Value[]) => Row | undefined
  all: <Row>(sql: string, ...values: Value[]) => Row[]
}

/** What a command gets, inside its transaction. */
export type WritableDb = ReadableDb & {
  /** Runs a statement that writes and gives the rowid of the row it inserted last. */
  run: (sql: string, ...values: Value[]) => number
}

/** Wraps a connection; each SQL text is prepared once. */
export function wrapDatabase(connection: Database.Database): WritableDb {
  const prepared = new Map<string, Database.Statement<Value[]>>()
  const prepare = (sql: string): Database.Statement<Value[]> => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare<Value[]>(sql)
    prepared.set(sql, statement)
    return statement
  }
  const reading = (sql: string): Database.Statement<Value[]> => {
    const statement = prepare(sql)
    if (!statement.readonly) throw new Error('a query must not write')
    return statement
  }
  return {
    get: <Row>(sql: string, ...values: Value[]) => reading(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: Value[]) => reading(sql).all(...values) as Row[],
    run: (sql, ...values) => Number(prepare(sql).run(...values).lastInsertRowid),
  }
}
