// Tells the server what the citizen chose or told, when it knows otherwise (G2, N2).

export interface Report<Value> {
  /** Perhaps it is another one now. */
  changed(): void;
  /** The line is there (again), and this is what the server knows. */
  heard(told: Value | undefined): void;
}

/** `read` gives null while there is nothing to tell. */
export function createReport<Value>(
  read: () => Value | null,
  send: (value: Value) => boolean,
): Report<Value> {
  let told: string | undefined;
  function changed(): void {
    const value = read();
    const words = JSON.stringify(value);
    // A server that said nothing of it would not understand (S2).
    if (told !== undefined && value !== null && told !== words && send(value)) told = words;
  }
  return {
    changed,
    heard(value) {
      told = JSON.stringify(value);
      changed();
    },
  };
}
