// Starts the process in which files are taken apart: TypeScript has to be made readable to it before its first module is.
import { register } from 'tsx/esm/api';

register();
await import('./parser.ts');
