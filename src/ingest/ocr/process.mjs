// Starts the process in which text is recognised: TypeScript has to be made readable to it before its first module is.
import { register } from 'tsx/esm/api';

register();
await import('./work.ts');
