// Says news once to a screen reader. Two regions take turns, so that the same sentence twice is heard twice.
import { useEffect, useState } from 'preact/hooks';

type Hear = (sentence: string) => void;

export interface Announcer {
  say: Hear;
  listen(hear: Hear): () => void;
}

export function createAnnouncer(): Announcer {
  const ears = new Set<Hear>();
  return {
    say: (sentence) => {
      for (const hear of ears) hear(sentence);
    },
    listen: (hear) => {
      ears.add(hear);
      return () => ears.delete(hear);
    },
  };
}

export function LiveRegion({ announcer }: { announcer: Announcer }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  useEffect(
    () => announcer.listen((sentence) => setSaid(({ turn }) => ({ sentence, turn: 1 - turn }))),
    [announcer],
  );
  return (
    <>
      <div role="status" class="unseen">
        {said.turn === 0 ? said.sentence : ''}
      </div>
      <div role="status" class="unseen">
        {said.turn === 1 ? said.sentence : ''}
      </div>
    </>
  );
}
