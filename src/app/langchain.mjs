// Entry `quzhi/langchain` for plain Node: TypeScript has to be made readable before the first module of ours is loaded.
import { register } from 'tsx/esm/api';

register();
export const { openEmbeddings, openRetriever } = await import('./langchain.ts');
