// Starts the process in which a task is done: TypeScript has to be made readable to it before its first module is.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
