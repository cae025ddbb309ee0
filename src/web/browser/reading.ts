import { keepColumns } from './columns.ts';
import { markFoundPlaces } from './found-places.ts';
import { bringMore } from './more-text.ts';
import { openNotesHere } from './notes-here.ts';
import { listenForKeys } from './reading-keys.ts';
import { keepSettings } from './view-settings.ts';

keepSettings();
keepColumns();
openNotesHere();
bringMore();
markFoundPlaces();
listenForKeys();
