import { refusedCheck } from './refused.ts';

export const syntax = refusedCheck('syntax', 'a semicolon, brace or quote that is missing or too many');
