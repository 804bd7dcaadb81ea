// Who the reader is, as the server says; asked at the start and after signing in or out.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MeJson } from '../../server/schemas.ts';
import { type Api, ApiFault } from '../api.ts';

/** Who the reader is as long as the server has not said, or says that nobody is signed in. */
export const NOBODY: MeJson = {
  id: '',
  role: 'stranger',
  name: null,
  language: null,
  csrf: '',
  isSignedIn: false,
  acts: [],
  commands: [],
  streams: false,
  formats: [],
  version: '',
  generation: '',
};

/** Who the reader is, and how far asking has come. */
export interface Identity {
  readonly me: MeJson;
  readonly state: 'asking' | 'known' | 'unreachable';
  refresh(): void;
}

/** Asks who the reader is. @param hold keeps the token for writes where the API finds it */
export function useIdentity(api: Api, hold: (csrf: string) => void): Identity {
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<Omit<Identity, 'refresh'>>({ me: NOBODY, state: 'asking' });
  useEffect(() => {
    api.get<MeJson>('/api/me').then(
      (me) => {
        hold(me.csrf);
        setKnown({ me, state: 'known' });
      },
      (fault: unknown) => {
        const isSignedOut = fault instanceof ApiFault && fault.status === 401;
        setKnown({ me: NOBODY, state: isSignedOut ? 'known' : 'unreachable' });
      },
    );
  }, [api, hold, round]);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  return { ...known, refresh };
}
