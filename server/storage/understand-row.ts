// A row that cannot be understood is named by its place, so that who wrote it can find it.
import { SettingNotUnderstood } from '../application/ports.ts';

export function understandRow<Value>(place: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new SettingNotUnderstood(place, cause);
  }
}
