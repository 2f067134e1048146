// How views reach the desk: one context, one hook that redraws only when the named parts changed.
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { DeskLink } from './desk-link.ts';
import type { DeskState } from './desk-model.ts';

export interface DeskTools {
  link: DeskLink;
  signOut(): void;
}

export const DeskContext = createContext<DeskTools | null>(null);

export function useTools(): DeskTools {
  const tools = useContext(DeskContext);
  if (tools === null) throw new Error('This view belongs inside the desk: wrap it in DeskContext.Provider.');
  return tools;
}

type Parts = readonly unknown[];

const differ = (a: Parts, b: Parts): boolean => a.some((part, index) => !Object.is(part, b[index]));

/** The desk as it is now; the view is drawn again when one of the parts changes. */
export function useDesk(pick: (state: DeskState) => Parts): DeskState {
  const { store } = useTools().link;
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const parts = pick(store.state);
  const drawn = useRef({ parts, pick });
  drawn.current = { parts, pick };
  useLayoutEffect(() => {
    const look = (): void => {
      const { parts: old, pick: again } = drawn.current;
      if (differ(again(store.state), old)) redraw();
    };
    look();
    return store.watch(look);
  }, [store]);
  return store.state;
}
