// Says in the title of a tab that is not looked at that the citizen is asked something. The title is the page's: it gets it back.

/** Null: nothing is asked. */
export function createTabMark(): (words: string | null) => void {
  let own: { former: string; marked: string } | null = null;
  return (words) => {
    if (words !== null && document.hidden) {
      if (own !== null) return;
      const former = document.title;
      own = { former, marked: `${words} ${former}` };
      document.title = own.marked;
    } else if (own !== null) {
      // What the page has written meanwhile is newer than what it had before.
      if (document.title === own.marked) document.title = own.former;
      own = null;
    }
  };
}
