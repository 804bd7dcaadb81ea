// The current user, loaded from the server at start and after signing in or out.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MeJson } from '../../server/schemas.ts';
import { type ApiClient, RequestFault } from '../api.ts';

/** The user while unknown, or when nobody is signed in. */
const NOBODY: MeJson = {
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

/** The current user and the state of loading. */
export interface Identity {
  readonly me: MeJson;
  readonly state: 'asking' | 'known' | 'unreachable';
  refresh(): void;
}

/** Loads the current user. @param setCsrf stores the CSRF token for the API */
export function useIdentity(api: ApiClient, setCsrf: (csrf: string) => void): Identity {
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<Omit<Identity, 'refresh'>>({ me: NOBODY, state: 'asking' });
  useEffect(() => {
    api.get<MeJson>('/api/me').then(
      (me) => {
        setCsrf(me.csrf);
        setKnown({ me, state: 'known' });
      },
      (fault: unknown) => {
        const isSignedOut = fault instanceof RequestFault && fault.status === 401;
        setKnown({ me: NOBODY, state: isSignedOut ? 'known' : 'unreachable' });
      },
    );
  }, [api, setCsrf, round]);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  return { ...known, refresh };
}
