import { picker } from '../../parameters/record/recordField';
import { survey } from '../../records/survey';

export const surveyId = picker('Survey', 'surveyId', 'The survey to work with', survey);
