import { api } from '../../api.ts'
import { readDraft, saveDraft } from '../../drafts.ts'
import type { ListView, Route } from '../../navigation.ts'

/** Under this name lies where the officer was when the vault was locked. */
export const placeName = 'place'

export type Place = { trail: readonly Route[]; list: ListView }

export function savePlace(place: Place) {
  return saveDraft(placeName, '', place, null)
}

/** Where the officer was; it is used once. Null where that is not known. */
export async function takePlace(): Promise<Place | null> {
  const found = await readDraft<Place>(placeName).catch(() => null)
  if (found) void api.drafts.drop({ name: placeName })
  return found?.draft.content ?? null
}
