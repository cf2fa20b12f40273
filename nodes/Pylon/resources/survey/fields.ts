import { picker } from '../../fields/picker';

export const surveyId = picker('Survey', 'surveyId', 'The survey to work with');
