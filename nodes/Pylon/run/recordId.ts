export { displayNameOf } from '../../shared/client/pylonRequest';
