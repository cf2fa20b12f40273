import { figuresOf } from '../../support/figures';
import { isFull } from './size';

export const { record, saveFigures } = figuresOf('test:queue', isFull);
