/*
 * Windows PowerShell as far as this bundle writes it, from "Windows PowerShell Language Specification 3.0", chapters 2
 * (Lexical Structure), 7 (Expressions) and 8 (Statements). Left out: strings in double quotes, in which values would be
 * expanded, operators, pipelines, script blocks and functions. A string with a line break, which the language allows,
 * is a fault here: no value has one.
 */
grammar PowerShell;

script : end* (statement (end+ statement)*)? end* EOF ;
statement : assignment | command ;
assignment : VARIABLE '=' (value | command) ;
command : WORD argument* ;
argument : PARAMETER | values | SPLAT | WORD | SETTING ;
values : value (',' NL* value)* ;
value : STRING | NUMBER | VARIABLE | array | table ;
array : '@(' NL* (values NL*)? ')' ;
table : '@{' end* (entry (end+ entry)*)? end* '}' ;
entry : WORD '=' value ;
end : NL | ';' ;

VARIABLE : '$' NAME ;
SPLAT : '@' NAME ;
// A command's word of the form that netsh takes.
SETTING : NAME '=' [A-Za-z0-9]+ ;
PARAMETER : '-' NAME ;
WORD : NAME ('-' NAME)* ;
NUMBER : [0-9]+ ;
fragment NAME : [A-Za-z_] [A-Za-z0-9_]* ;

// Chapter 2.3.5.2: typographic quotes are quotes; two of any kind stand for one.
STRING : QUOTE (~['\u2018\u2019\u201A\u201B\r\n] | QUOTE QUOTE)* QUOTE ;
fragment QUOTE : ['\u2018\u2019\u201A\u201B] ;

NL : '\r'? '\n' ;
BLANK : [ \t]+ -> skip ;
COMMENT : '#' ~[\r\n]* -> skip ;
