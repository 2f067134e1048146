// A round that is still going on is not begun again: the next one finds what it left.
export function oneAtATime(round: () => Promise<void>): () => Promise<void> {
  let isGoing = false;
  return async () => {
    if (isGoing) return;
    isGoing = true;
    try {
      await round();
    } finally {
      isGoing = false;
    }
  };
}
