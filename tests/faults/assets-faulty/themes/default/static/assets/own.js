// Words of the other script.
import { words } from "./words.js";
